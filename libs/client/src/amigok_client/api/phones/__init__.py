from .send_code import send_code as send_code
from .verify_phone import verify_phone as verify_phone
