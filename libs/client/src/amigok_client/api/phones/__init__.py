from .send_phone_code import send_phone_code as send_phone_code
from .verify_phone import verify_phone as verify_phone
