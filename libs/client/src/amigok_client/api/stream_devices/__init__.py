from .register_device import register_device as register_device
from .rotate_credential import rotate_credential as rotate_credential
