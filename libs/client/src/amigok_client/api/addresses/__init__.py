from .change_email import change_email as change_email
from .confirm_email import confirm_email as confirm_email
