from .list_passkeys import list_passkeys as list_passkeys
from .login_options import login_options as login_options
from .register_passkey import register_passkey as register_passkey
from .registration_options import registration_options as registration_options
from .remove_passkey import remove_passkey as remove_passkey
from .rename_passkey import rename_passkey as rename_passkey
from .sign_in_with_passkey import sign_in_with_passkey as sign_in_with_passkey
