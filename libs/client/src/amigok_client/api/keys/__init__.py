from .jwks_key import jwks_key as jwks_key
