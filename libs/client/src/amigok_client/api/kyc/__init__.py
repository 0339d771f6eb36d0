from .approve_kyc import approve_kyc as approve_kyc
from .list_submissions import list_submissions as list_submissions
from .read_document import read_document as read_document
from .read_kyc_status import read_kyc_status as read_kyc_status
from .read_submission import read_submission as read_submission
from .reject_kyc import reject_kyc as reject_kyc
from .submit_kyc import submit_kyc as submit_kyc
