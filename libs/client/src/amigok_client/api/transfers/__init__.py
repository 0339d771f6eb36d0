from .transfer import transfer as transfer
