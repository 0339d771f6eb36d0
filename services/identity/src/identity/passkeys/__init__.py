"""Passkeys: keys of WebAuthn that stay in the user's device and answer to this site only."""
