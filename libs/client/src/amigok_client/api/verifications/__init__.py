from .verify_email import verify_email as verify_email
