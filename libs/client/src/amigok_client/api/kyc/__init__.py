from .approve_kyc import approve_kyc as approve_kyc
from .queue_kyc import queue_kyc as queue_kyc
from .read_document import read_document as read_document
from .reject_kyc import reject_kyc as reject_kyc
from .show_kyc import show_kyc as show_kyc
from .status_kyc import status_kyc as status_kyc
from .submit_kyc import submit_kyc as submit_kyc
