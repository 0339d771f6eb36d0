from .disable_two_factor import disable_two_factor as disable_two_factor
from .enable_two_factor import enable_two_factor as enable_two_factor
from .prove_again import prove_again as prove_again
from .renew_recovery_codes import renew_recovery_codes as renew_recovery_codes
from .show_two_factor import show_two_factor as show_two_factor
from .step_up_options import step_up_options as step_up_options
from .verify_two_factor import verify_two_factor as verify_two_factor
