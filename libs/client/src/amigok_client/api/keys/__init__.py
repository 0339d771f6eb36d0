from .read_jwks import read_jwks as read_jwks
