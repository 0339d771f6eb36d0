"""Contains all the data models used in inputs/outputs"""

from .absence_in import AbsenceIn
from .absence_out import AbsenceOut
from .accept_in import AcceptIn
from .access_out import AccessOut
from .account_entry_out import AccountEntryOut
from .account_entry_out_entry import AccountEntryOutEntry
from .achieved_out import AchievedOut
from .achievement_change import AchievementChange
from .achievement_in import AchievementIn
from .achievement_out import AchievementOut
from .achievement_page import AchievementPage
from .acknowledgement_in import AcknowledgementIn
from .act_out import ActOut
from .act_out_action import ActOutAction
from .activation import Activation
from .active_day_out import ActiveDayOut
from .active_people_out import ActivePeopleOut
from .activity_activity_out import ActivityActivityOut
from .activity_activity_out_details import ActivityActivityOutDetails
from .activity_page import ActivityPage
from .add_care_file_form import AddCareFileForm
from .add_entry_photo_form import AddEntryPhotoForm
from .add_evidence_form import AddEvidenceForm
from .add_photo_form import AddPhotoForm
from .admin_refund_in import AdminRefundIn
from .admin_refund_in_animal_type_0 import AdminRefundInAnimalType0
from .admin_refund_in_charged_to import AdminRefundInChargedTo
from .admin_refund_in_destination import AdminRefundInDestination
from .alarm_counts_out import AlarmCountsOut
from .alarm_out import AlarmOut
from .alarm_out_end_reason_type_0 import AlarmOutEndReasonType0
from .alarm_out_kind import AlarmOutKind
from .alarm_out_severity import AlarmOutSeverity
from .alarm_out_state import AlarmOutState
from .alarm_page import AlarmPage
from .all_condition import AllCondition
from .animal_performance import AnimalPerformance
from .animals_condition import AnimalsCondition
from .animals_condition_of_item import AnimalsConditionOfItem
from .announcement_in import AnnouncementIn
from .announcement_out import AnnouncementOut
from .announcement_out_state import AnnouncementOutState
from .announcement_page import AnnouncementPage
from .answer_in import AnswerIn
from .any_condition import AnyCondition
from .app_code import AppCode
from .app_code_login import AppCodeLogin
from .appeal_answer_in import AppealAnswerIn
from .appeal_answer_in_decision import AppealAnswerInDecision
from .appeal_decision_in import AppealDecisionIn
from .appeal_decision_in_decision import AppealDecisionInDecision
from .appeal_in import AppealIn
from .appeal_out import AppealOut
from .appeal_out_state import AppealOutState
from .appeal_page import AppealPage
from .area_change import AreaChange
from .area_in import AreaIn
from .area_out import AreaOut
from .area_page import AreaPage
from .asked_address import AskedAddress
from .asked_phone import AskedPhone
from .asserted import Asserted
from .assertion import Assertion
from .assigned_medicine_out import AssignedMedicineOut
from .assigned_medicine_out_state import AssignedMedicineOutState
from .assigned_medicine_page import AssignedMedicinePage
from .assignment_in import AssignmentIn
from .assignment_out import AssignmentOut
from .attachment_in import AttachmentIn
from .attachment_in_role import AttachmentInRole
from .attachment_out import AttachmentOut
from .attachment_out_role import AttachmentOutRole
from .attachment_page import AttachmentPage
from .attestation import Attestation
from .attested import Attested
from .audit_entry_out import AuditEntryOut
from .audit_entry_out_after import AuditEntryOutAfter
from .audit_entry_out_before import AuditEntryOutBefore
from .audit_entry_page import AuditEntryPage
from .balance import Balance
from .balance_out import BalanceOut
from .bank_account import BankAccount
from .bank_withdrawal_in import BankWithdrawalIn
from .base import Base
from .batch_in import BatchIn
from .batch_movement_out import BatchMovementOut
from .batch_movement_page import BatchMovementPage
from .batch_out import BatchOut
from .batch_page import BatchPage
from .beauty import Beauty
from .billing_details import BillingDetails
from .birth_in import BirthIn
from .birth_out import BirthOut
from .birth_record_out import BirthRecordOut
from .birth_record_page import BirthRecordPage
from .blind_entry_out import BlindEntryOut
from .blind_entry_out_conflict_type_0 import BlindEntryOutConflictType0
from .blind_entry_out_particulars import BlindEntryOutParticulars
from .block import Block
from .block_in import BlockIn
from .block_in_reason import BlockInReason
from .block_out import BlockOut
from .block_page import BlockPage
from .blocked_player_out import BlockedPlayerOut
from .blocked_player_page import BlockedPlayerPage
from .board_entry_out import BoardEntryOut
from .board_out import BoardOut
from .board_out_scope import BoardOutScope
from .book_difference_out import BookDifferenceOut
from .book_difference_out_place import BookDifferenceOutPlace
from .book_difference_page import BookDifferencePage
from .booked_out import BookedOut
from .bounds import Bounds
from .bounds_in import BoundsIn
from .bounds_out import BoundsOut
from .breed_change import BreedChange
from .breed_change_characteristics import BreedChangeCharacteristics
from .breed_details import BreedDetails
from .breed_details_characteristics import BreedDetailsCharacteristics
from .breed_details_page import BreedDetailsPage
from .breed_in import BreedIn
from .breed_in_characteristics import BreedInCharacteristics
from .breed_out import BreedOut
from .breed_out_characteristics import BreedOutCharacteristics
from .breed_page import BreedPage
from .browse_market_currency import BrowseMarketCurrency
from .buy_in import BuyIn
from .buy_in_pay_with import BuyInPayWith
from .calendar_in import CalendarIn
from .calendar_out import CalendarOut
from .calibration_out import CalibrationOut
from .calibrations_out import CalibrationsOut
from .camera_animal_out import CameraAnimalOut
from .camera_animal_page import CameraAnimalPage
from .camera_animals_in import CameraAnimalsIn
from .camera_change import CameraChange
from .camera_change_recording import CameraChangeRecording
from .camera_condition_in import CameraConditionIn
from .camera_condition_in_state import CameraConditionInState
from .camera_details import CameraDetails
from .camera_details_page import CameraDetailsPage
from .camera_details_recording import CameraDetailsRecording
from .camera_details_state import CameraDetailsState
from .camera_in import CameraIn
from .camera_in_recording import CameraInRecording
from .camera_out import CameraOut
from .camera_out_recording import CameraOutRecording
from .camera_out_state import CameraOutState
from .camera_page import CameraPage
from .cancel_in import CancelIn
from .cancel_in_when import CancelInWhen
from .care_accept_in import CareAcceptIn
from .care_assignment_in import CareAssignmentIn
from .care_assignment_in_currency import CareAssignmentInCurrency
from .care_completion_in import CareCompletionIn
from .care_cost_out import CareCostOut
from .care_decline_in import CareDeclineIn
from .care_end_in import CareEndIn
from .care_file_out import CareFileOut
from .care_follow_up_in import CareFollowUpIn
from .care_history_entry import CareHistoryEntry
from .care_history_entry_care_type import CareHistoryEntryCareType
from .care_history_out import CareHistoryOut
from .care_more_in import CareMoreIn
from .care_payment_in import CarePaymentIn
from .care_quote_in import CareQuoteIn
from .care_report_in import CareReportIn
from .care_report_out import CareReportOut
from .care_report_out_care_type import CareReportOutCareType
from .care_request_details import CareRequestDetails
from .care_request_details_care_type import CareRequestDetailsCareType
from .care_request_details_origin import CareRequestDetailsOrigin
from .care_request_details_page import CareRequestDetailsPage
from .care_request_details_state import CareRequestDetailsState
from .care_request_in import CareRequestIn
from .care_request_in_currency import CareRequestInCurrency
from .care_request_out import CareRequestOut
from .care_request_out_care_type import CareRequestOutCareType
from .care_request_out_origin import CareRequestOutOrigin
from .care_request_out_state import CareRequestOutState
from .care_request_page import CareRequestPage
from .care_seen_in import CareSeenIn
from .care_service_change import CareServiceChange
from .care_service_change_care_type import CareServiceChangeCareType
from .care_service_change_pricing import CareServiceChangePricing
from .care_service_details import CareServiceDetails
from .care_service_details_care_type import CareServiceDetailsCareType
from .care_service_details_page import CareServiceDetailsPage
from .care_service_details_pricing import CareServiceDetailsPricing
from .care_service_in import CareServiceIn
from .care_service_in_care_type import CareServiceInCareType
from .care_service_in_pricing import CareServiceInPricing
from .care_service_out import CareServiceOut
from .care_service_out_care_type import CareServiceOutCareType
from .care_service_out_pricing import CareServiceOutPricing
from .care_service_page import CareServicePage
from .case_out import CaseOut
from .cases_out import CasesOut
from .catalogue_out import CatalogueOut
from .catalogue_out_most_rows import CatalogueOutMostRows
from .certification import Certification
from .challenge_change import ChallengeChange
from .challenge_in import ChallengeIn
from .challenge_out import ChallengeOut
from .challenge_page import ChallengePage
from .change_in import ChangeIn
from .change_task_rule_kind import ChangeTaskRuleKind
from .changed_out import ChangedOut
from .channel import Channel
from .chart_out import ChartOut
from .chart_out_resolution import ChartOutResolution
from .claim_in import ClaimIn
from .claim_out import ClaimOut
from .claim_out_state import ClaimOutState
from .claim_page import ClaimPage
from .claims_rejection_in import ClaimsRejectionIn
from .clear_in import ClearIn
from .code_in import CodeIn
from .code_out import CodeOut
from .code_proof import CodeProof
from .code_sent_out import CodeSentOut
from .cohort_out import CohortOut
from .cohort_out_age_months import CohortOutAgeMonths
from .coin_entry_out import CoinEntryOut
from .coin_entry_page import CoinEntryPage
from .coin_price_in import CoinPriceIn
from .column_out import ColumnOut
from .column_out_kind import ColumnOutKind
from .command_for_device import CommandForDevice
from .command_for_device_payload import CommandForDevicePayload
from .command_in import CommandIn
from .command_in_payload import CommandInPayload
from .command_out import CommandOut
from .command_out_payload import CommandOutPayload
from .command_out_state import CommandOutState
from .command_page import CommandPage
from .command_result_in import CommandResultIn
from .command_result_in_result import CommandResultInResult
from .commands_out import CommandsOut
from .commit_step_in import CommitStepIn
from .commitment_in import CommitmentIn
from .complaint_file_out import ComplaintFileOut
from .complaint_file_out_media_type import ComplaintFileOutMediaType
from .complaint_file_out_side import ComplaintFileOutSide
from .complaint_in import ComplaintIn
from .complaint_in_reason import ComplaintInReason
from .complaint_in_refund_to import ComplaintInRefundTo
from .complaint_out import ComplaintOut
from .complaint_out_opened_by import ComplaintOutOpenedBy
from .complaint_out_refund_to import ComplaintOutRefundTo
from .complaint_out_side import ComplaintOutSide
from .complaint_out_state import ComplaintOutState
from .complaint_page import ComplaintPage
from .complaints_decision_in import ComplaintsDecisionIn
from .complaints_decision_in_outcome import ComplaintsDecisionInOutcome
from .completeness import Completeness
from .completeness_out import CompletenessOut
from .completion_in import CompletionIn
from .confirm_by_code import ConfirmByCode
from .confirm_by_token import ConfirmByToken
from .conflict_out import ConflictOut
from .conflict_out_reason import ConflictOutReason
from .consent_in import ConsentIn
from .consent_out import ConsentOut
from .consistency import Consistency
from .contest_change import ContestChange
from .contest_in import ContestIn
from .contest_out import ContestOut
from .contest_out_state import ContestOutState
from .contest_out_type import ContestOutType
from .contest_page import ContestPage
from .correction import Correction
from .correction_in import CorrectionIn
from .correction_in_direction import CorrectionInDirection
from .correction_line import CorrectionLine
from .correction_line_after import CorrectionLineAfter
from .correction_line_before import CorrectionLineBefore
from .count import Count
from .count_announcement_recipients_role_type_0 import CountAnnouncementRecipientsRoleType0
from .count_condition import CountCondition
from .count_condition_of_item import CountConditionOfItem
from .count_in import CountIn
from .counter_in import CounterIn
from .credit_in import CreditIn
from .criterion import Criterion
from .current_period import CurrentPeriod
from .current_period_kind import CurrentPeriodKind
from .current_period_state import CurrentPeriodState
from .custom import Custom
from .custom_currency_type_0 import CustomCurrencyType0
from .dashboard_out import DashboardOut
from .dataset_out import DatasetOut
from .dataset_out_name import DatasetOutName
from .day_out import DayOut
from .days_condition import DaysCondition
from .days_condition_of_item import DaysConditionOfItem
from .deactivation import Deactivation
from .death_in import DeathIn
from .death_out import DeathOut
from .death_out_state import DeathOutState
from .debt_out import DebtOut
from .debt_out_state import DebtOutState
from .debt_page import DebtPage
from .decision_in import DecisionIn
from .decision_in_decision import DecisionInDecision
from .deletion_out import DeletionOut
from .deletion_out_obstacles import DeletionOutObstacles
from .deletion_out_state import DeletionOutState
from .delivery import Delivery
from .deposit_out import DepositOut
from .deposit_out_method import DepositOutMethod
from .deposit_out_state import DepositOutState
from .deposit_page import DepositPage
from .detection_batch_in import DetectionBatchIn
from .detection_batch_out import DetectionBatchOut
from .detection_box import DetectionBox
from .detection_box_out import DetectionBoxOut
from .detection_in import DetectionIn
from .detection_out import DetectionOut
from .detection_out_marks_item import DetectionOutMarksItem
from .detection_page import DetectionPage
from .device_absence_out import DeviceAbsenceOut
from .device_absence_page import DeviceAbsencePage
from .device_change import DeviceChange
from .device_claim_out import DeviceClaimOut
from .device_claim_out_status import DeviceClaimOutStatus
from .device_credential_out import DeviceCredentialOut
from .device_details import DeviceDetails
from .device_details_page import DeviceDetailsPage
from .device_details_status import DeviceDetailsStatus
from .device_health_in import DeviceHealthIn
from .device_health_out import DeviceHealthOut
from .device_health_page import DeviceHealthPage
from .device_health_taken import DeviceHealthTaken
from .device_registration_in import DeviceRegistrationIn
from .devices_out import DevicesOut
from .difference import Difference
from .difference_out import DifferenceOut
from .difference_out_kind import DifferenceOutKind
from .difference_out_subject import DifferenceOutSubject
from .difference_page import DifferencePage
from .disposal_out import DisposalOut
from .disposal_out_how import DisposalOutHow
from .distribution_out import DistributionOut
from .document_out import DocumentOut
from .document_out_kind import DocumentOutKind
from .dose_in import DoseIn
from .dose_out import DoseOut
from .due_out import DueOut
from .due_out_record_type import DueOutRecordType
from .due_page import DuePage
from .eaten_lots_out import EatenLotsOut
from .eaten_meal_out import EatenMealOut
from .eaten_meal_out_state import EatenMealOutState
from .eaten_out import EatenOut
from .eater_out import EaterOut
from .eater_page import EaterPage
from .eligibility import Eligibility
from .eligibility_sex_type_0 import EligibilitySexType0
from .email_change_in import EmailChangeIn
from .email_change_out import EmailChangeOut
from .email_changed_out import EmailChangedOut
from .emergency_out import EmergencyOut
from .emergency_out_state import EmergencyOutState
from .emergency_page import EmergencyPage
from .enable_out import EnableOut
from .end_in import EndIn
from .entry_in import EntryIn
from .entry_out import EntryOut
from .entry_out_fee_state_type_0 import EntryOutFeeStateType0
from .entry_out_state import EntryOutState
from .entry_photo_out import EntryPhotoOut
from .entry_photo_out_media_type import EntryPhotoOutMediaType
from .entry_photos_out import EntryPhotosOut
from .equipment_change import EquipmentChange
from .equipment_change_kind import EquipmentChangeKind
from .equipment_in import EquipmentIn
from .equipment_in_kind import EquipmentInKind
from .equipment_log_out import EquipmentLogOut
from .equipment_out import EquipmentOut
from .equipment_out_kind import EquipmentOutKind
from .equipment_out_status import EquipmentOutStatus
from .equipment_page import EquipmentPage
from .estimate import Estimate
from .evidence_in import EvidenceIn
from .evidence_out import EvidenceOut
from .evidence_out_verdict import EvidenceOutVerdict
from .evidence_page import EvidencePage
from .excursion_out import ExcursionOut
from .excursion_out_state import ExcursionOutState
from .excursion_out_verdict_type_0 import ExcursionOutVerdictType0
from .excursion_page import ExcursionPage
from .exit_limits import ExitLimits
from .exits_out import ExitsOut
from .explain_financial_currency_type_0 import ExplainFinancialCurrencyType0
from .explain_financial_entry_type_0 import ExplainFinancialEntryType0
from .explain_financial_into_type_0 import ExplainFinancialIntoType0
from .explain_financial_scope import ExplainFinancialScope
from .explain_performance_scope import ExplainPerformanceScope
from .explanation_in import ExplanationIn
from .export_activity_out import ExportActivityOut
from .export_activity_out_details import ExportActivityOutDetails
from .export_out import ExportOut
from .export_out_elsewhere import ExportOutElsewhere
from .export_out_preferences import ExportOutPreferences
from .export_session_out import ExportSessionOut
from .facets import Facets
from .farm_change import FarmChange
from .farm_confirmation_in import FarmConfirmationIn
from .farm_device_out import FarmDeviceOut
from .farm_device_out_status import FarmDeviceOutStatus
from .farm_device_page import FarmDevicePage
from .farm_dispute_out import FarmDisputeOut
from .farm_dispute_out_state import FarmDisputeOutState
from .farm_dispute_page import FarmDisputePage
from .farm_in import FarmIn
from .farm_list_disputes_state import FarmListDisputesState
from .farm_list_proposals_state_type_0 import FarmListProposalsStateType0
from .farm_movement_page import FarmMovementPage
from .farm_out import FarmOut
from .farm_page import FarmPage
from .farm_settlement_in import FarmSettlementIn
from .farm_settlement_in_decision import FarmSettlementInDecision
from .farm_use_out import FarmUseOut
from .featured_in import FeaturedIn
from .fee_out import FeeOut
from .fee_out_listing_type import FeeOutListingType
from .feed_conversion_out import FeedConversionOut
from .feeding_history_out import FeedingHistoryOut
from .feeding_in import FeedingIn
from .feeding_in_outcome import FeedingInOutcome
from .feeding_out import FeedingOut
from .feeding_out_outcome import FeedingOutOutcome
from .feeding_out_verdict import FeedingOutVerdict
from .feeding_summary_out import FeedingSummaryOut
from .feeding_task_out import FeedingTaskOut
from .feeding_task_out_state import FeedingTaskOutState
from .feeding_task_out_weight_type_0 import FeedingTaskOutWeightType0
from .feeding_tasks_out import FeedingTasksOut
from .feeding_verdict_out import FeedingVerdictOut
from .feeding_verdicts_out import FeedingVerdictsOut
from .feedings_in import FeedingsIn
from .field_error import FieldError
from .file_link import FileLink
from .filter_ import Filter
from .filter_dimension import FilterDimension
from .forecast_out import ForecastOut
from .forgot_in import ForgotIn
from .forgot_out import ForgotOut
from .found import Found
from .friend_out import FriendOut
from .friend_page import FriendPage
from .friend_request_out import FriendRequestOut
from .friend_request_out_direction import FriendRequestOutDirection
from .friend_request_page import FriendRequestPage
from .funnel_out import FunnelOut
from .game_list_proposals_state_type_0 import GameListProposalsStateType0
from .gap import Gap
from .gap_out import GapOut
from .given_in import GivenIn
from .hand_over_in import HandOverIn
from .handle_in import HandleIn
from .health_out import HealthOut
from .health_record_in import HealthRecordIn
from .health_record_in_record_type import HealthRecordInRecordType
from .health_record_out import HealthRecordOut
from .health_record_out_record_type import HealthRecordOutRecordType
from .health_record_page import HealthRecordPage
from .heard_out import HeardOut
from .heartbeat_out import HeartbeatOut
from .hit import Hit
from .hit_listing_type import HitListingType
from .hit_state import HitState
from .hold_in import HoldIn
from .holding_out import HoldingOut
from .holding_page import HoldingPage
from .hours_in import HoursIn
from .hours_out import HoursOut
from .identity_device_out import IdentityDeviceOut
from .identity_list_proposals_state_type_0 import IdentityListProposalsStateType0
from .identity_review_out import IdentityReviewOut
from .identity_review_out_status import IdentityReviewOutStatus
from .import_livestock_files_body import ImportLivestockFilesBody
from .import_out import ImportOut
from .import_out_status import ImportOutStatus
from .inclusion_proof import InclusionProof
from .ingredient import Ingredient
from .invitation_in import InvitationIn
from .invitation_out import InvitationOut
from .invitation_out_state import InvitationOutState
from .invitation_page import InvitationPage
from .invoice_line import InvoiceLine
from .invoice_line_kind import InvoiceLineKind
from .invoice_line_page import InvoiceLinePage
from .invoice_out import InvoiceOut
from .invoice_out_kind import InvoiceOutKind
from .item import Item
from .join_in import JoinIn
from .join_in_visibility import JoinInVisibility
from .judge_details import JudgeDetails
from .judge_details_state import JudgeDetailsState
from .judge_out import JudgeOut
from .judge_out_state import JudgeOutState
from .judgement import Judgement
from .judgement_verdict import JudgementVerdict
from .jwk import Jwk
from .jwks_out import JwksOut
from .kg_range import KgRange
from .kind_preference_out import KindPreferenceOut
from .kinetic_out import KineticOut
from .labels_in import LabelsIn
from .labels_in_format import LabelsInFormat
from .language import Language
from .last_seen import LastSeen
from .left_out import LeftOut
from .level_condition import LevelCondition
from .level_out import LevelOut
from .line_out import LineOut
from .line_out_entry_type_0 import LineOutEntryType0
from .line_page import LinePage
from .link_out import LinkOut
from .list_alarms_severity_type_0 import ListAlarmsSeverityType0
from .list_alarms_state_type_0 import ListAlarmsStateType0
from .list_all_contests_state_type_0 import ListAllContestsStateType0
from .list_all_contests_type_type_0 import ListAllContestsTypeType0
from .list_all_listings_state_type_0 import ListAllListingsStateType0
from .list_all_withdrawals_status_type_0 import ListAllWithdrawalsStatusType0
from .list_care_requests_state_type_0 import ListCareRequestsStateType0
from .list_care_services_care_type_type_0 import ListCareServicesCareTypeType0
from .list_claims_state import ListClaimsState
from .list_commands_state_type_0 import ListCommandsStateType0
from .list_complaints_state import ListComplaintsState
from .list_contests_state_type_0 import ListContestsStateType0
from .list_contests_type_type_0 import ListContestsTypeType0
from .list_emergencies_state import ListEmergenciesState
from .list_equipment_kind_type_0 import ListEquipmentKindType0
from .list_equipment_status_type_0 import ListEquipmentStatusType0
from .list_excursions_state_type_0 import ListExcursionsStateType0
from .list_farm_livestock_currency_type_0 import ListFarmLivestockCurrencyType0
from .list_farm_livestock_sex_type_0 import ListFarmLivestockSexType0
from .list_farm_livestock_sort import ListFarmLivestockSort
from .list_farm_livestock_status_type_0 import ListFarmLivestockStatusType0
from .list_feed_packages_package_type_type_0 import ListFeedPackagesPackageTypeType0
from .list_holdings_into_type_0 import ListHoldingsIntoType0
from .list_holdings_scope import ListHoldingsScope
from .list_kept_livestock_currency_type_0 import ListKeptLivestockCurrencyType0
from .list_kept_livestock_sex_type_0 import ListKeptLivestockSexType0
from .list_kept_livestock_sort import ListKeptLivestockSort
from .list_kept_livestock_status_type_0 import ListKeptLivestockStatusType0
from .list_marked_detections_mark_type_0 import ListMarkedDetectionsMarkType0
from .list_my_care_requests_state_type_0 import ListMyCareRequestsStateType0
from .list_my_livestock_currency_type_0 import ListMyLivestockCurrencyType0
from .list_my_livestock_sex_type_0 import ListMyLivestockSexType0
from .list_my_livestock_sort import ListMyLivestockSort
from .list_my_livestock_status_type_0 import ListMyLivestockStatusType0
from .list_my_offers_state_type_0 import ListMyOffersStateType0
from .list_my_payments_purpose_type_0 import ListMyPaymentsPurposeType0
from .list_my_payments_state_type_0 import ListMyPaymentsStateType0
from .list_offered_providers_currency import ListOfferedProvidersCurrency
from .list_offers_state_type_0 import ListOffersStateType0
from .list_orders_state_type_0 import ListOrdersStateType0
from .list_participants_state_type_0 import ListParticipantsStateType0
from .list_payments_provider_type_0 import ListPaymentsProviderType0
from .list_payments_purpose_type_0 import ListPaymentsPurposeType0
from .list_payments_state_type_0 import ListPaymentsStateType0
from .list_payouts_state_type_0 import ListPayoutsStateType0
from .list_publications_currency_type_0 import ListPublicationsCurrencyType0
from .list_received_offers_state_type_0 import ListReceivedOffersStateType0
from .list_removals_state import ListRemovalsState
from .list_sales_class_kg import ListSalesClassKg
from .list_sales_every import ListSalesEvery
from .list_seasons_kind_type_0 import ListSeasonsKindType0
from .list_settlements_provider_type_0 import ListSettlementsProviderType0
from .list_submissions_status import ListSubmissionsStatus
from .list_suspicions_state_type_0 import ListSuspicionsStateType0
from .list_takedowns_state_type_0 import ListTakedownsStateType0
from .list_tasks_state_type_0 import ListTasksStateType0
from .list_transactions_currency_type_0 import ListTransactionsCurrencyType0
from .list_transactions_type_type_0 import ListTransactionsTypeType0
from .list_users_role_type_0 import ListUsersRoleType0
from .list_users_status_type_0 import ListUsersStatusType0
from .list_vet_care_requests_state_type_0 import ListVetCareRequestsStateType0
from .listing_appeal_in import ListingAppealIn
from .listing_change_in import ListingChangeIn
from .listing_day_out import ListingDayOut
from .listing_day_out_listing_type import ListingDayOutListingType
from .listing_for_admin_out import ListingForAdminOut
from .listing_for_admin_out_listing_type import ListingForAdminOutListingType
from .listing_for_admin_out_state import ListingForAdminOutState
from .listing_for_admin_page import ListingForAdminPage
from .listing_out import ListingOut
from .listing_out_listing_type import ListingOutListingType
from .listing_out_state import ListingOutState
from .listing_page import ListingPage
from .listing_price_out import ListingPriceOut
from .listing_report_in import ListingReportIn
from .listing_report_in_reason import ListingReportInReason
from .listing_report_out import ListingReportOut
from .listing_sales_out import ListingSalesOut
from .listing_sales_out_listing_type import ListingSalesOutListingType
from .listing_state_out import ListingStateOut
from .listing_state_out_listing_type import ListingStateOutListingType
from .listing_state_out_state import ListingStateOutState
from .listing_statistics_out import ListingStatisticsOut
from .livestock_details import LivestockDetails
from .livestock_details_found import LivestockDetailsFound
from .livestock_details_sex import LivestockDetailsSex
from .livestock_details_status import LivestockDetailsStatus
from .livestock_found import LivestockFound
from .livestock_out import LivestockOut
from .livestock_out_sex import LivestockOutSex
from .livestock_out_status import LivestockOutStatus
from .livestock_type_change import LivestockTypeChange
from .livestock_type_details import LivestockTypeDetails
from .livestock_type_details_page import LivestockTypeDetailsPage
from .livestock_type_in import LivestockTypeIn
from .livestock_type_out import LivestockTypeOut
from .livestock_type_page import LivestockTypePage
from .log_day import LogDay
from .login_in import LoginIn
from .login_out import LoginOut
from .lot_count_in import LotCountIn
from .lot_in import LotIn
from .lot_out import LotOut
from .lot_page import LotPage
from .lot_recall_in import LotRecallIn
from .maintenance_in import MaintenanceIn
from .marked_detection import MarkedDetection
from .marked_detection_marks_item import MarkedDetectionMarksItem
from .marked_detection_page import MarkedDetectionPage
from .market_out import MarketOut
from .market_price_out import MarketPriceOut
from .marketplace_list_proposals_state_type_0 import MarketplaceListProposalsStateType0
from .marketplace_review_in import MarketplaceReviewIn
from .marketplace_review_in_reason import MarketplaceReviewInReason
from .marketplace_review_in_verdict import MarketplaceReviewInVerdict
from .marketplace_review_out import MarketplaceReviewOut
from .marketplace_review_out_side import MarketplaceReviewOutSide
from .marketplace_review_out_state import MarketplaceReviewOutState
from .marketplace_review_page import MarketplaceReviewPage
from .meal_line import MealLine
from .meal_line_state import MealLineState
from .measure_out import MeasureOut
from .measure_out_place_type_0 import MeasureOutPlaceType0
from .medication_in import MedicationIn
from .medication_log_in import MedicationLogIn
from .medication_log_in_outcome import MedicationLogInOutcome
from .medication_logs_in import MedicationLogsIn
from .medication_out import MedicationOut
from .medication_verdict_out import MedicationVerdictOut
from .medication_verdicts_out import MedicationVerdictsOut
from .medicine_assignment_in import MedicineAssignmentIn
from .medicine_assignment_in_currency import MedicineAssignmentInCurrency
from .medicine_change import MedicineChange
from .medicine_change_antimicrobial_class_type_0 import MedicineChangeAntimicrobialClassType0
from .medicine_change_routes_item import MedicineChangeRoutesItem
from .medicine_in import MedicineIn
from .medicine_in_antimicrobial_class_type_0 import MedicineInAntimicrobialClassType0
from .medicine_in_routes_item import MedicineInRoutesItem
from .medicine_out import MedicineOut
from .medicine_page import MedicinePage
from .mode import Mode
from .money import Money
from .money_asked import MoneyAsked
from .money_asked_currency import MoneyAskedCurrency
from .money_range import MoneyRange
from .money_weighted_out import MoneyWeightedOut
from .month_out import MonthOut
from .move_in import MoveIn
from .movement import Movement
from .movement_currency import MovementCurrency
from .movement_out import MovementOut
from .movement_out_kind import MovementOutKind
from .movement_type import MovementType
from .my_achievement_out import MyAchievementOut
from .my_achievement_page import MyAchievementPage
from .my_challenge_out import MyChallengeOut
from .my_challenge_page import MyChallengePage
from .my_entry_out import MyEntryOut
from .my_entry_out_contest_state import MyEntryOutContestState
from .my_entry_out_contest_type import MyEntryOutContestType
from .my_entry_out_fee_state_type_0 import MyEntryOutFeeStateType0
from .my_entry_out_state import MyEntryOutState
from .my_entry_page import MyEntryPage
from .my_rank_out import MyRankOut
from .my_rank_out_parts import MyRankOutParts
from .new_animal_in import NewAnimalIn
from .new_animal_in_sex import NewAnimalInSex
from .new_offer_in import NewOfferIn
from .new_user_in import NewUserIn
from .new_user_in_role import NewUserInRole
from .new_user_out import NewUserOut
from .new_user_out_role import NewUserOutRole
from .new_user_out_status import NewUserOutStatus
from .notice_out import NoticeOut
from .notice_out_data import NoticeOutData
from .notice_page import NoticePage
from .notification_device_in import NotificationDeviceIn
from .notification_device_out import NotificationDeviceOut
from .notification_list_proposals_state_type_0 import NotificationListProposalsStateType0
from .nutrition import Nutrition
from .observation_out import ObservationOut
from .observation_out_what import ObservationOutWhat
from .observation_page import ObservationPage
from .offer_for_admin_out import OfferForAdminOut
from .offer_for_admin_out_side import OfferForAdminOutSide
from .offer_for_admin_out_state import OfferForAdminOutState
from .offer_for_admin_page import OfferForAdminPage
from .offer_in import OfferIn
from .offer_move_out import OfferMoveOut
from .offer_move_out_side_type_0 import OfferMoveOutSideType0
from .offer_out import OfferOut
from .offer_out_side import OfferOutSide
from .offer_out_state import OfferOutState
from .offer_page import OfferPage
from .offer_with_moves_out import OfferWithMovesOut
from .offer_with_moves_out_side import OfferWithMovesOutSide
from .offer_with_moves_out_state import OfferWithMovesOutState
from .offered_out import OfferedOut
from .offered_out_methods_item import OfferedOutMethodsItem
from .offspring_in import OffspringIn
from .offspring_in_sex import OffspringInSex
from .on_loss import OnLoss
from .on_loss_died import OnLossDied
from .on_loss_removed import OnLossRemoved
from .on_loss_sold import OnLossSold
from .open_debt import OpenDebt
from .open_debt_state import OpenDebtState
from .open_hold import OpenHold
from .order_out import OrderOut
from .order_out_pay_with import OrderOutPayWith
from .order_out_side import OrderOutSide
from .order_out_state import OrderOutState
from .order_page import OrderPage
from .order_payment_in import OrderPaymentIn
from .order_payment_in_method import OrderPaymentInMethod
from .order_review_in import OrderReviewIn
from .order_step import OrderStep
from .order_step_by import OrderStepBy
from .order_step_what import OrderStepWhat
from .own_profile import OwnProfile
from .own_submission_out import OwnSubmissionOut
from .own_submission_out_status import OwnSubmissionOutStatus
from .owned_out import OwnedOut
from .owned_out_kind import OwnedOutKind
from .owned_page import OwnedPage
from .ownership_out import OwnershipOut
from .ownership_out_reason import OwnershipOutReason
from .ownership_page import OwnershipPage
from .package_change import PackageChange
from .package_change_package_type import PackageChangePackageType
from .package_choice_in import PackageChoiceIn
from .package_in import PackageIn
from .package_in_package_type import PackageInPackageType
from .package_out import PackageOut
from .package_out_package_type import PackageOutPackageType
from .package_page import PackagePage
from .participant_out import ParticipantOut
from .participant_out_fee_state_type_0 import ParticipantOutFeeStateType0
from .participant_out_state import ParticipantOutState
from .participant_page import ParticipantPage
from .particulars_in import ParticularsIn
from .party import Party
from .passkey_login_in import PasskeyLoginIn
from .passkey_options import PasskeyOptions
from .passkey_options_public_key import PasskeyOptionsPublicKey
from .passkey_out import PasskeyOut
from .passkey_page import PasskeyPage
from .passkey_proof import PasskeyProof
from .passkey_second_login import PasskeySecondLogin
from .password_proof import PasswordProof
from .pay_pal_account import PayPalAccount
from .pay_pal_withdrawal_in import PayPalWithdrawalIn
from .payment_confirmation_in import PaymentConfirmationIn
from .payment_deposit_in import PaymentDepositIn
from .payment_deposit_in_method import PaymentDepositInMethod
from .payment_detail_out import PaymentDetailOut
from .payment_detail_out_method import PaymentDetailOutMethod
from .payment_detail_out_provider import PaymentDetailOutProvider
from .payment_detail_out_purpose import PaymentDetailOutPurpose
from .payment_detail_out_state import PaymentDetailOutState
from .payment_dispute_out import PaymentDisputeOut
from .payment_dispute_out_provider import PaymentDisputeOutProvider
from .payment_dispute_out_state import PaymentDisputeOutState
from .payment_dispute_page import PaymentDisputePage
from .payment_list_disputes_state import PaymentListDisputesState
from .payment_list_proposals_state_type_0 import PaymentListProposalsStateType0
from .payment_out import PaymentOut
from .payment_out_method import PaymentOutMethod
from .payment_out_provider import PaymentOutProvider
from .payment_out_purpose import PaymentOutPurpose
from .payment_out_state import PaymentOutState
from .payment_page import PaymentPage
from .payment_step_out import PaymentStepOut
from .payment_step_out_method import PaymentStepOutMethod
from .payment_step_out_provider import PaymentStepOutProvider
from .payment_step_out_purpose import PaymentStepOutPurpose
from .payment_step_out_state import PaymentStepOutState
from .payout_in import PayoutIn
from .payout_out import PayoutOut
from .payout_out_provider import PayoutOutProvider
from .payout_out_state import PayoutOutState
from .payout_page import PayoutPage
from .payout_settlement_in import PayoutSettlementIn
from .payout_settlement_in_outcome import PayoutSettlementInOutcome
from .performance_out import PerformanceOut
from .person import Person
from .person_document_type import PersonDocumentType
from .phone_in import PhoneIn
from .phone_verified_out import PhoneVerifiedOut
from .photo_out import PhotoOut
from .photos_out import PhotosOut
from .pilot_task_out import PilotTaskOut
from .pilot_task_out_kind import PilotTaskOutKind
from .pilot_task_out_state import PilotTaskOutState
from .pilot_task_page import PilotTaskPage
from .place_out import PlaceOut
from .placed_out import PlacedOut
from .placed_out_verdict import PlacedOutVerdict
from .placement_in import PlacementIn
from .placement_out import PlacementOut
from .plan_change import PlanChange
from .plan_change_currency import PlanChangeCurrency
from .plan_in import PlanIn
from .plan_in_currency import PlanInCurrency
from .plan_out import PlanOut
from .plan_out_currency import PlanOutCurrency
from .plan_page import PlanPage
from .platform_listing_in import PlatformListingIn
from .platform_offer_in import PlatformOfferIn
from .play_rendition_rendition import PlayRenditionRendition
from .playback_link import PlaybackLink
from .player_change import PlayerChange
from .player_change_visibility import PlayerChangeVisibility
from .player_out import PlayerOut
from .player_out_visibility import PlayerOutVisibility
from .point import Point
from .popular import Popular
from .preference_in import PreferenceIn
from .preferences_in import PreferencesIn
from .preferences_out import PreferencesOut
from .prescribed_out import PrescribedOut
from .prescribed_out_state import PrescribedOutState
from .prescribed_page import PrescribedPage
from .prescription_end_in import PrescriptionEndIn
from .prescription_in import PrescriptionIn
from .prescription_in_confirmed_warnings_item import PrescriptionInConfirmedWarningsItem
from .prescription_in_route import PrescriptionInRoute
from .prescription_out import PrescriptionOut
from .prescription_out_state import PrescriptionOutState
from .prescription_page import PrescriptionPage
from .preview import Preview
from .preview_change_choice import PreviewChangeChoice
from .preview_out import PreviewOut
from .preview_subscription_currency import PreviewSubscriptionCurrency
from .preview_subscription_cycle import PreviewSubscriptionCycle
from .price_details import PriceDetails
from .price_details_page import PriceDetailsPage
from .price_in import PriceIn
from .price_out import PriceOut
from .price_page import PricePage
from .prices import Prices
from .prices_out import PricesOut
from .pricing_in import PricingIn
from .prize import Prize
from .prize_kind import PrizeKind
from .prize_won_out import PrizeWonOut
from .prize_won_out_kind import PrizeWonOutKind
from .prize_won_out_reason_type_0 import PrizeWonOutReasonType0
from .prize_won_out_state import PrizeWonOutState
from .prize_won_page import PrizeWonPage
from .problem import Problem
from .proceeds_out import ProceedsOut
from .proceeds_out_state import ProceedsOutState
from .proceeds_page import ProceedsPage
from .profile import Profile
from .profit import Profit
from .profit_basis import ProfitBasis
from .profit_currency import ProfitCurrency
from .profit_loss_of_currency import ProfitLossOfCurrency
from .profit_loss_out import ProfitLossOut
from .profit_loss_out_scope import ProfitLossOutScope
from .profit_measure import ProfitMeasure
from .proposal_out import ProposalOut
from .proposal_out_payload import ProposalOutPayload
from .proposal_out_state import ProposalOutState
from .proposal_page import ProposalPage
from .published_root import PublishedRoot
from .published_root_assets import PublishedRootAssets
from .published_root_page import PublishedRootPage
from .purchase_out import PurchaseOut
from .quarantine_in import QuarantineIn
from .quarantine_out import QuarantineOut
from .quarantine_page import QuarantinePage
from .queued_out import QueuedOut
from .queued_page import QueuedPage
from .range_ import Range
from .rank_out import RankOut
from .rank_page import RankPage
from .rate_out import RateOut
from .rate_out_absent_type_0 import RateOutAbsentType0
from .read_chart_resolution import ReadChartResolution
from .read_fee_currency import ReadFeeCurrency
from .read_fee_listing_type import ReadFeeListingType
from .read_forecast_days import ReadForecastDays
from .read_performance_scope import ReadPerformanceScope
from .read_players_leaderboard_period import ReadPlayersLeaderboardPeriod
from .read_players_leaderboard_scope import ReadPlayersLeaderboardScope
from .read_prices_class_kg import ReadPricesClassKg
from .read_prices_every import ReadPricesEvery
from .read_profit_and_loss_into_type_0 import ReadProfitAndLossIntoType0
from .read_profit_and_loss_scope import ReadProfitAndLossScope
from .read_proof_currency import ReadProofCurrency
from .read_roi_into_type_0 import ReadRoiIntoType0
from .read_roi_scope import ReadRoiScope
from .read_statement_currency import ReadStatementCurrency
from .read_statement_format import ReadStatementFormat
from .read_tax_statement_into_type_0 import ReadTaxStatementIntoType0
from .read_tax_statement_scope import ReadTaxStatementScope
from .read_up_to_in import ReadUpToIn
from .reading_in import ReadingIn
from .readings_in import ReadingsIn
from .readings_out import ReadingsOut
from .readings_out_results_item import ReadingsOutResultsItem
from .received_detection import ReceivedDetection
from .received_detection_marks_item import ReceivedDetectionMarksItem
from .received_detection_status import ReceivedDetectionStatus
from .recipient import Recipient
from .recipient_out import RecipientOut
from .recipient_page import RecipientPage
from .recipients_out import RecipientsOut
from .reconciliation_out import ReconciliationOut
from .reconciliation_out_fees import ReconciliationOutFees
from .reconciliation_out_platform import ReconciliationOutPlatform
from .recorded_movement_out import RecordedMovementOut
from .recorded_movement_out_kind import RecordedMovementOutKind
from .recorded_movement_page import RecordedMovementPage
from .recording_out import RecordingOut
from .recording_page import RecordingPage
from .recovery_codes_out import RecoveryCodesOut
from .recovery_login import RecoveryLogin
from .recovery_proof import RecoveryProof
from .refresh_in import RefreshIn
from .refund_in import RefundIn
from .refund_out import RefundOut
from .refund_out_animal_type_0 import RefundOutAnimalType0
from .refund_out_charged_to import RefundOutChargedTo
from .refund_out_destination import RefundOutDestination
from .refund_out_origin import RefundOutOrigin
from .refund_out_state import RefundOutState
from .refused_out import RefusedOut
from .refused_page import RefusedPage
from .register_in import RegisterIn
from .register_in_role import RegisterInRole
from .register_out import RegisterOut
from .register_passkey_in import RegisterPasskeyIn
from .registration_in import RegistrationIn
from .registration_in_sex import RegistrationInSex
from .registrations import Registrations
from .reject_in import RejectIn
from .release_in import ReleaseIn
from .release_out import ReleaseOut
from .release_recording_in import ReleaseRecordingIn
from .releases_out import ReleasesOut
from .removal_in import RemovalIn
from .removal_out import RemovalOut
from .removal_out_state import RemovalOutState
from .removal_page import RemovalPage
from .removals_rejection_in import RemovalsRejectionIn
from .rename_passkey_in import RenamePasskeyIn
from .replace_preferences_body import ReplacePreferencesBody
from .replace_preferences_response_200 import ReplacePreferencesResponse200
from .reply_in import ReplyIn
from .report import Report
from .report_change import ReportChange
from .report_change_format import ReportChangeFormat
from .report_channel import ReportChannel
from .report_in import ReportIn
from .report_in_format import ReportInFormat
from .report_out import ReportOut
from .report_out_format import ReportOutFormat
from .report_page import ReportPage
from .report_query import ReportQuery
from .report_query_chart import ReportQueryChart
from .report_query_dataset import ReportQueryDataset
from .report_query_dimensions_item import ReportQueryDimensionsItem
from .report_query_measures_item import ReportQueryMeasuresItem
from .report_query_scope import ReportQueryScope
from .reported_out import ReportedOut
from .reported_out_reason import ReportedOutReason
from .reported_page import ReportedPage
from .reports import Reports
from .reset_in import ResetIn
from .result_out import ResultOut
from .result_out_cause import ResultOutCause
from .results_out import ResultsOut
from .resume_in import ResumeIn
from .retention_out import RetentionOut
from .reveal_in import RevealIn
from .reveal_in_marks import RevealInMarks
from .reveal_step_in import RevealStepIn
from .reveal_step_in_marks import RevealStepInMarks
from .revealed_out import RevealedOut
from .revealed_out_marks import RevealedOutMarks
from .revealed_out_marks_additional_property import RevealedOutMarksAdditionalProperty
from .revealed_out_set_aside import RevealedOutSetAside
from .revealed_out_set_aside_additional_property import RevealedOutSetAsideAdditionalProperty
from .reversion_in import ReversionIn
from .review_detail_out import ReviewDetailOut
from .review_detail_out_account_status import ReviewDetailOutAccountStatus
from .review_detail_out_destination_type_0 import ReviewDetailOutDestinationType0
from .review_detail_out_exits_closed_type_0 import ReviewDetailOutExitsClosedType0
from .review_detail_out_method import ReviewDetailOutMethod
from .review_detail_out_state import ReviewDetailOutState
from .review_report_in import ReviewReportIn
from .review_report_in_reason import ReviewReportInReason
from .roi_of_currency import RoiOfCurrency
from .roi_out import RoiOut
from .roi_out_scope import RoiOutScope
from .role_in import RoleIn
from .role_in_role import RoleInRole
from .row_error_out import RowErrorOut
from .row_error_page import RowErrorPage
from .rule_change import RuleChange
from .rule_change_kind import RuleChangeKind
from .rule_change_severity import RuleChangeSeverity
from .rule_in import RuleIn
from .rule_in_kind import RuleInKind
from .rule_in_severity import RuleInSeverity
from .rule_out import RuleOut
from .rule_out_kind import RuleOutKind
from .rule_out_severity import RuleOutSeverity
from .rule_page import RulePage
from .rules import Rules
from .rules_admission import RulesAdmission
from .rules_out import RulesOut
from .rules_out_measures import RulesOutMeasures
from .rules_tied_prizes import RulesTiedPrizes
from .rules_ties import RulesTies
from .run_in import RunIn
from .run_in_format_type_0 import RunInFormatType0
from .run_out import RunOut
from .run_out_format import RunOutFormat
from .run_out_state import RunOutState
from .run_page import RunPage
from .sale_out import SaleOut
from .sale_page import SalePage
from .sale_status_out import SaleStatusOut
from .saved_list_out import SavedListOut
from .saved_out import SavedOut
from .saved_search_in import SavedSearchIn
from .saved_search_in_currency import SavedSearchInCurrency
from .saved_search_in_listing_type_type_0 import SavedSearchInListingTypeType0
from .saved_search_in_sex_type_0 import SavedSearchInSexType0
from .saved_search_out import SavedSearchOut
from .saved_search_out_currency import SavedSearchOutCurrency
from .saved_search_out_listing_type_type_0 import SavedSearchOutListingTypeType0
from .saved_search_out_sex_type_0 import SavedSearchOutSexType0
from .saved_search_page import SavedSearchPage
from .saving_out import SavingOut
from .schedule import Schedule
from .schedule_every import ScheduleEvery
from .schedule_in import ScheduleIn
from .scheduled_meal_out import ScheduledMealOut
from .scheduled_meal_out_weight_type_0 import ScheduledMealOutWeightType0
from .scheduled_meal_page import ScheduledMealPage
from .search_currency import SearchCurrency
from .search_listing_type_type_0 import SearchListingTypeType0
from .search_livestock_currency_type_0 import SearchLivestockCurrencyType0
from .search_livestock_sex_type_0 import SearchLivestockSexType0
from .search_livestock_sort import SearchLivestockSort
from .search_livestock_status_type_0 import SearchLivestockStatusType0
from .search_sex_type_0 import SearchSexType0
from .search_sort import SearchSort
from .season_out import SeasonOut
from .season_out_kind import SeasonOutKind
from .season_page import SeasonPage
from .second_factor_out import SecondFactorOut
from .second_factor_out_methods_item import SecondFactorOutMethodsItem
from .second_factor_out_passkey_options_type_0 import SecondFactorOutPasskeyOptionsType0
from .seen_in import SeenIn
from .seen_offer_in import SeenOfferIn
from .segment import Segment
from .segment_role_type_0 import SegmentRoleType0
from .seller_out import SellerOut
from .sensor_change import SensorChange
from .sensor_in import SensorIn
from .sensor_out import SensorOut
from .sensor_page import SensorPage
from .sensor_type_change import SensorTypeChange
from .sensor_type_in import SensorTypeIn
from .sensor_type_in_kind import SensorTypeInKind
from .sensor_type_out import SensorTypeOut
from .sensor_type_out_kind import SensorTypeOutKind
from .sensor_type_page import SensorTypePage
from .session_page import SessionPage
from .sessions_session_out import SessionsSessionOut
from .settings_in import SettingsIn
from .settings_out import SettingsOut
from .settlement_out import SettlementOut
from .settlement_out_provider import SettlementOutProvider
from .settlement_page import SettlementPage
from .sheet_out import SheetOut
from .sheet_out_set_aside_type_0 import SheetOutSetAsideType0
from .sheet_out_set_aside_type_0_additional_property import SheetOutSetAsideType0AdditionalProperty
from .shop_item_change import ShopItemChange
from .shop_item_in import ShopItemIn
from .shop_item_in_kind import ShopItemInKind
from .shop_item_out import ShopItemOut
from .shop_item_out_kind import ShopItemOutKind
from .shop_item_page import ShopItemPage
from .show_preferences_response_200 import ShowPreferencesResponse200
from .similar import Similar
from .simple_out import SimpleOut
from .slot_in import SlotIn
from .slot_out import SlotOut
from .slots_out import SlotsOut
from .snapshot_out import SnapshotOut
from .snapshot_page import SnapshotPage
from .source_out import SourceOut
from .spread_out import SpreadOut
from .staff_out import StaffOut
from .staff_page import StaffPage
from .stage_in import StageIn
from .statement_line import StatementLine
from .statement_line_kind import StatementLineKind
from .statement_line_page import StatementLinePage
from .statement_line_state import StatementLineState
from .statement_out import StatementOut
from .statement_out_kind import StatementOutKind
from .statement_out_state import StatementOutState
from .statistics_out import StatisticsOut
from .statistics_out_by_role import StatisticsOutByRole
from .statistics_out_by_status import StatisticsOutByStatus
from .status_change_out import StatusChangeOut
from .status_change_out_status_type_0 import StatusChangeOutStatusType0
from .status_change_page import StatusChangePage
from .status_in import StatusIn
from .status_in_status import StatusInStatus
from .status_out import StatusOut
from .status_out_status import StatusOutStatus
from .step import Step
from .step_out import StepOut
from .step_side import StepSide
from .step_up_options import StepUpOptions
from .step_up_options_methods_item_type_0 import StepUpOptionsMethodsItemType0
from .step_up_options_passkey_options_type_0 import StepUpOptionsPasskeyOptionsType0
from .stock_difference_out import StockDifferenceOut
from .stock_difference_page import StockDifferencePage
from .stock_out import StockOut
from .stocks_out import StocksOut
from .stop_in import StopIn
from .stop_out import StopOut
from .stopped_out import StoppedOut
from .streak_condition import StreakCondition
from .streak_out import StreakOut
from .stream_device_in import StreamDeviceIn
from .stream_in import StreamIn
from .stream_offer import StreamOffer
from .stream_out import StreamOut
from .stream_review_in import StreamReviewIn
from .stream_stopped import StreamStopped
from .streams_out import StreamsOut
from .submission_out import SubmissionOut
from .submission_out_status import SubmissionOutStatus
from .submission_page import SubmissionPage
from .submit_in import SubmitIn
from .submit_in_document_type import SubmitInDocumentType
from .subscribe_in import SubscribeIn
from .subscribe_in_cycle import SubscribeInCycle
from .subscription_keys import SubscriptionKeys
from .subscription_out import SubscriptionOut
from .subscription_out_cycle import SubscriptionOutCycle
from .subscription_out_state import SubscriptionOutState
from .subscription_page import SubscriptionPage
from .suggestion import Suggestion
from .suggestions import Suggestions
from .summary import Summary
from .suspicion_decision_in import SuspicionDecisionIn
from .suspicion_decision_in_decision import SuspicionDecisionInDecision
from .suspicion_out import SuspicionOut
from .suspicion_out_evidence import SuspicionOutEvidence
from .suspicion_out_kind import SuspicionOutKind
from .suspicion_out_state import SuspicionOutState
from .suspicion_page import SuspicionPage
from .takedown_for_admin_out import TakedownForAdminOut
from .takedown_for_admin_out_state import TakedownForAdminOutState
from .takedown_for_admin_page import TakedownForAdminPage
from .takedown_out import TakedownOut
from .takedown_out_state import TakedownOutState
from .takedown_page import TakedownPage
from .task_out import TaskOut
from .task_out_state import TaskOutState
from .task_page import TaskPage
from .task_rule_change import TaskRuleChange
from .task_rule_change_evidence_item import TaskRuleChangeEvidenceItem
from .task_rule_out import TaskRuleOut
from .task_rule_out_evidence_item import TaskRuleOutEvidenceItem
from .task_rule_out_kind import TaskRuleOutKind
from .tax_statement_out import TaxStatementOut
from .tax_statement_out_scope import TaxStatementOutScope
from .template_out import TemplateOut
from .templates_out import TemplatesOut
from .texts import Texts
from .ticket_out import TicketOut
from .today_out import TodayOut
from .token_proof import TokenProof
from .tokens_out import TokensOut
from .total import Total
from .total_currency import TotalCurrency
from .trade_day_out import TradeDayOut
from .trade_state_out import TradeStateOut
from .trade_state_out_state import TradeStateOutState
from .trade_statistics_out import TradeStatisticsOut
from .transfer_in import TransferIn
from .transfer_out import TransferOut
from .two_factor_out import TwoFactorOut
from .typical_weight_in import TypicalWeightIn
from .unclaimed_out import UnclaimedOut
from .unclaimed_page import UnclaimedPage
from .unknown_card_out import UnknownCardOut
from .unknown_card_page import UnknownCardPage
from .unread_out import UnreadOut
from .unusual_exit import UnusualExit
from .unusual_exit_state import UnusualExitState
from .use_out import UseOut
from .user_details import UserDetails
from .user_details_role import UserDetailsRole
from .user_details_status import UserDetailsStatus
from .user_in import UserIn
from .user_out import UserOut
from .user_out_role import UserOutRole
from .user_out_status import UserOutStatus
from .user_page import UserPage
from .vaccination_out import VaccinationOut
from .vaccination_out_state import VaccinationOutState
from .value import Value
from .verdict_in import VerdictIn
from .verified_out import VerifiedOut
from .version_out import VersionOut
from .version_out_ingredients_item import VersionOutIngredientsItem
from .version_out_nutrition import VersionOutNutrition
from .visit_in import VisitIn
from .visit_of_day_out import VisitOfDayOut
from .visit_of_day_out_state import VisitOfDayOutState
from .visit_out import VisitOut
from .visit_out_state import VisitOutState
from .wallet_deposit_in import WalletDepositIn
from .wallet_deposit_in_method import WalletDepositInMethod
from .wallet_list_proposals_state_type_0 import WalletListProposalsStateType0
from .wallet_movement_page import WalletMovementPage
from .wallet_out import WalletOut
from .wallet_review_out import WalletReviewOut
from .wallet_review_out_method import WalletReviewOutMethod
from .wallet_review_out_state import WalletReviewOutState
from .wallet_review_page import WalletReviewPage
from .wallet_settlement_in import WalletSettlementIn
from .wallet_settlement_in_outcome import WalletSettlementInOutcome
from .watch_out import WatchOut
from .watch_out_state import WatchOutState
from .watch_page import WatchPage
from .web_push_in import WebPushIn
from .web_push_key_out import WebPushKeyOut
from .weighing_in import WeighingIn
from .weighing_out import WeighingOut
from .weight_gain import WeightGain
from .weight_gain_measure import WeightGainMeasure
from .weighted_out import WeightedOut
from .weights import Weights
from .withdrawal_out import WithdrawalOut
from .withdrawal_out_method import WithdrawalOutMethod
from .withdrawal_out_state import WithdrawalOutState
from .withdrawal_page import WithdrawalPage
from .withdrawal_period_in import WithdrawalPeriodIn
from .withdrawal_period_out import WithdrawalPeriodOut
from .withdrawals_decision_in import WithdrawalsDecisionIn
from .withdrawals_decision_in_seen import WithdrawalsDecisionInSeen
from .withdrawals_decision_in_status import WithdrawalsDecisionInStatus
from .words import Words
from .worn_in import WornIn

__all__ = (
    "AbsenceIn",
    "AbsenceOut",
    "AcceptIn",
    "AccessOut",
    "AccountEntryOut",
    "AccountEntryOutEntry",
    "AchievedOut",
    "AchievementChange",
    "AchievementIn",
    "AchievementOut",
    "AchievementPage",
    "AcknowledgementIn",
    "Activation",
    "ActiveDayOut",
    "ActivePeopleOut",
    "ActivityActivityOut",
    "ActivityActivityOutDetails",
    "ActivityPage",
    "ActOut",
    "ActOutAction",
    "AddCareFileForm",
    "AddEntryPhotoForm",
    "AddEvidenceForm",
    "AddPhotoForm",
    "AdminRefundIn",
    "AdminRefundInAnimalType0",
    "AdminRefundInChargedTo",
    "AdminRefundInDestination",
    "AlarmCountsOut",
    "AlarmOut",
    "AlarmOutEndReasonType0",
    "AlarmOutKind",
    "AlarmOutSeverity",
    "AlarmOutState",
    "AlarmPage",
    "AllCondition",
    "AnimalPerformance",
    "AnimalsCondition",
    "AnimalsConditionOfItem",
    "AnnouncementIn",
    "AnnouncementOut",
    "AnnouncementOutState",
    "AnnouncementPage",
    "AnswerIn",
    "AnyCondition",
    "AppCode",
    "AppCodeLogin",
    "AppealAnswerIn",
    "AppealAnswerInDecision",
    "AppealDecisionIn",
    "AppealDecisionInDecision",
    "AppealIn",
    "AppealOut",
    "AppealOutState",
    "AppealPage",
    "AreaChange",
    "AreaIn",
    "AreaOut",
    "AreaPage",
    "AskedAddress",
    "AskedPhone",
    "Asserted",
    "Assertion",
    "AssignedMedicineOut",
    "AssignedMedicineOutState",
    "AssignedMedicinePage",
    "AssignmentIn",
    "AssignmentOut",
    "AttachmentIn",
    "AttachmentInRole",
    "AttachmentOut",
    "AttachmentOutRole",
    "AttachmentPage",
    "Attestation",
    "Attested",
    "AuditEntryOut",
    "AuditEntryOutAfter",
    "AuditEntryOutBefore",
    "AuditEntryPage",
    "Balance",
    "BalanceOut",
    "BankAccount",
    "BankWithdrawalIn",
    "Base",
    "BatchIn",
    "BatchMovementOut",
    "BatchMovementPage",
    "BatchOut",
    "BatchPage",
    "Beauty",
    "BillingDetails",
    "BirthIn",
    "BirthOut",
    "BirthRecordOut",
    "BirthRecordPage",
    "BlindEntryOut",
    "BlindEntryOutConflictType0",
    "BlindEntryOutParticulars",
    "Block",
    "BlockedPlayerOut",
    "BlockedPlayerPage",
    "BlockIn",
    "BlockInReason",
    "BlockOut",
    "BlockPage",
    "BoardEntryOut",
    "BoardOut",
    "BoardOutScope",
    "BookDifferenceOut",
    "BookDifferenceOutPlace",
    "BookDifferencePage",
    "BookedOut",
    "Bounds",
    "BoundsIn",
    "BoundsOut",
    "BreedChange",
    "BreedChangeCharacteristics",
    "BreedDetails",
    "BreedDetailsCharacteristics",
    "BreedDetailsPage",
    "BreedIn",
    "BreedInCharacteristics",
    "BreedOut",
    "BreedOutCharacteristics",
    "BreedPage",
    "BrowseMarketCurrency",
    "BuyIn",
    "BuyInPayWith",
    "CalendarIn",
    "CalendarOut",
    "CalibrationOut",
    "CalibrationsOut",
    "CameraAnimalOut",
    "CameraAnimalPage",
    "CameraAnimalsIn",
    "CameraChange",
    "CameraChangeRecording",
    "CameraConditionIn",
    "CameraConditionInState",
    "CameraDetails",
    "CameraDetailsPage",
    "CameraDetailsRecording",
    "CameraDetailsState",
    "CameraIn",
    "CameraInRecording",
    "CameraOut",
    "CameraOutRecording",
    "CameraOutState",
    "CameraPage",
    "CancelIn",
    "CancelInWhen",
    "CareAcceptIn",
    "CareAssignmentIn",
    "CareAssignmentInCurrency",
    "CareCompletionIn",
    "CareCostOut",
    "CareDeclineIn",
    "CareEndIn",
    "CareFileOut",
    "CareFollowUpIn",
    "CareHistoryEntry",
    "CareHistoryEntryCareType",
    "CareHistoryOut",
    "CareMoreIn",
    "CarePaymentIn",
    "CareQuoteIn",
    "CareReportIn",
    "CareReportOut",
    "CareReportOutCareType",
    "CareRequestDetails",
    "CareRequestDetailsCareType",
    "CareRequestDetailsOrigin",
    "CareRequestDetailsPage",
    "CareRequestDetailsState",
    "CareRequestIn",
    "CareRequestInCurrency",
    "CareRequestOut",
    "CareRequestOutCareType",
    "CareRequestOutOrigin",
    "CareRequestOutState",
    "CareRequestPage",
    "CareSeenIn",
    "CareServiceChange",
    "CareServiceChangeCareType",
    "CareServiceChangePricing",
    "CareServiceDetails",
    "CareServiceDetailsCareType",
    "CareServiceDetailsPage",
    "CareServiceDetailsPricing",
    "CareServiceIn",
    "CareServiceInCareType",
    "CareServiceInPricing",
    "CareServiceOut",
    "CareServiceOutCareType",
    "CareServiceOutPricing",
    "CareServicePage",
    "CaseOut",
    "CasesOut",
    "CatalogueOut",
    "CatalogueOutMostRows",
    "Certification",
    "ChallengeChange",
    "ChallengeIn",
    "ChallengeOut",
    "ChallengePage",
    "ChangedOut",
    "ChangeIn",
    "ChangeTaskRuleKind",
    "Channel",
    "ChartOut",
    "ChartOutResolution",
    "ClaimIn",
    "ClaimOut",
    "ClaimOutState",
    "ClaimPage",
    "ClaimsRejectionIn",
    "ClearIn",
    "CodeIn",
    "CodeOut",
    "CodeProof",
    "CodeSentOut",
    "CohortOut",
    "CohortOutAgeMonths",
    "CoinEntryOut",
    "CoinEntryPage",
    "CoinPriceIn",
    "ColumnOut",
    "ColumnOutKind",
    "CommandForDevice",
    "CommandForDevicePayload",
    "CommandIn",
    "CommandInPayload",
    "CommandOut",
    "CommandOutPayload",
    "CommandOutState",
    "CommandPage",
    "CommandResultIn",
    "CommandResultInResult",
    "CommandsOut",
    "CommitmentIn",
    "CommitStepIn",
    "ComplaintFileOut",
    "ComplaintFileOutMediaType",
    "ComplaintFileOutSide",
    "ComplaintIn",
    "ComplaintInReason",
    "ComplaintInRefundTo",
    "ComplaintOut",
    "ComplaintOutOpenedBy",
    "ComplaintOutRefundTo",
    "ComplaintOutSide",
    "ComplaintOutState",
    "ComplaintPage",
    "ComplaintsDecisionIn",
    "ComplaintsDecisionInOutcome",
    "Completeness",
    "CompletenessOut",
    "CompletionIn",
    "ConfirmByCode",
    "ConfirmByToken",
    "ConflictOut",
    "ConflictOutReason",
    "ConsentIn",
    "ConsentOut",
    "Consistency",
    "ContestChange",
    "ContestIn",
    "ContestOut",
    "ContestOutState",
    "ContestOutType",
    "ContestPage",
    "Correction",
    "CorrectionIn",
    "CorrectionInDirection",
    "CorrectionLine",
    "CorrectionLineAfter",
    "CorrectionLineBefore",
    "Count",
    "CountAnnouncementRecipientsRoleType0",
    "CountCondition",
    "CountConditionOfItem",
    "CounterIn",
    "CountIn",
    "CreditIn",
    "Criterion",
    "CurrentPeriod",
    "CurrentPeriodKind",
    "CurrentPeriodState",
    "Custom",
    "CustomCurrencyType0",
    "DashboardOut",
    "DatasetOut",
    "DatasetOutName",
    "DayOut",
    "DaysCondition",
    "DaysConditionOfItem",
    "Deactivation",
    "DeathIn",
    "DeathOut",
    "DeathOutState",
    "DebtOut",
    "DebtOutState",
    "DebtPage",
    "DecisionIn",
    "DecisionInDecision",
    "DeletionOut",
    "DeletionOutObstacles",
    "DeletionOutState",
    "Delivery",
    "DepositOut",
    "DepositOutMethod",
    "DepositOutState",
    "DepositPage",
    "DetectionBatchIn",
    "DetectionBatchOut",
    "DetectionBox",
    "DetectionBoxOut",
    "DetectionIn",
    "DetectionOut",
    "DetectionOutMarksItem",
    "DetectionPage",
    "DeviceAbsenceOut",
    "DeviceAbsencePage",
    "DeviceChange",
    "DeviceClaimOut",
    "DeviceClaimOutStatus",
    "DeviceCredentialOut",
    "DeviceDetails",
    "DeviceDetailsPage",
    "DeviceDetailsStatus",
    "DeviceHealthIn",
    "DeviceHealthOut",
    "DeviceHealthPage",
    "DeviceHealthTaken",
    "DeviceRegistrationIn",
    "DevicesOut",
    "Difference",
    "DifferenceOut",
    "DifferenceOutKind",
    "DifferenceOutSubject",
    "DifferencePage",
    "DisposalOut",
    "DisposalOutHow",
    "DistributionOut",
    "DocumentOut",
    "DocumentOutKind",
    "DoseIn",
    "DoseOut",
    "DueOut",
    "DueOutRecordType",
    "DuePage",
    "EatenLotsOut",
    "EatenMealOut",
    "EatenMealOutState",
    "EatenOut",
    "EaterOut",
    "EaterPage",
    "Eligibility",
    "EligibilitySexType0",
    "EmailChangedOut",
    "EmailChangeIn",
    "EmailChangeOut",
    "EmergencyOut",
    "EmergencyOutState",
    "EmergencyPage",
    "EnableOut",
    "EndIn",
    "EntryIn",
    "EntryOut",
    "EntryOutFeeStateType0",
    "EntryOutState",
    "EntryPhotoOut",
    "EntryPhotoOutMediaType",
    "EntryPhotosOut",
    "EquipmentChange",
    "EquipmentChangeKind",
    "EquipmentIn",
    "EquipmentInKind",
    "EquipmentLogOut",
    "EquipmentOut",
    "EquipmentOutKind",
    "EquipmentOutStatus",
    "EquipmentPage",
    "Estimate",
    "EvidenceIn",
    "EvidenceOut",
    "EvidenceOutVerdict",
    "EvidencePage",
    "ExcursionOut",
    "ExcursionOutState",
    "ExcursionOutVerdictType0",
    "ExcursionPage",
    "ExitLimits",
    "ExitsOut",
    "ExplainFinancialCurrencyType0",
    "ExplainFinancialEntryType0",
    "ExplainFinancialIntoType0",
    "ExplainFinancialScope",
    "ExplainPerformanceScope",
    "ExplanationIn",
    "ExportActivityOut",
    "ExportActivityOutDetails",
    "ExportOut",
    "ExportOutElsewhere",
    "ExportOutPreferences",
    "ExportSessionOut",
    "Facets",
    "FarmChange",
    "FarmConfirmationIn",
    "FarmDeviceOut",
    "FarmDeviceOutStatus",
    "FarmDevicePage",
    "FarmDisputeOut",
    "FarmDisputeOutState",
    "FarmDisputePage",
    "FarmIn",
    "FarmListDisputesState",
    "FarmListProposalsStateType0",
    "FarmMovementPage",
    "FarmOut",
    "FarmPage",
    "FarmSettlementIn",
    "FarmSettlementInDecision",
    "FarmUseOut",
    "FeaturedIn",
    "FeedConversionOut",
    "FeedingHistoryOut",
    "FeedingIn",
    "FeedingInOutcome",
    "FeedingOut",
    "FeedingOutOutcome",
    "FeedingOutVerdict",
    "FeedingsIn",
    "FeedingSummaryOut",
    "FeedingTaskOut",
    "FeedingTaskOutState",
    "FeedingTaskOutWeightType0",
    "FeedingTasksOut",
    "FeedingVerdictOut",
    "FeedingVerdictsOut",
    "FeeOut",
    "FeeOutListingType",
    "FieldError",
    "FileLink",
    "Filter",
    "FilterDimension",
    "ForecastOut",
    "ForgotIn",
    "ForgotOut",
    "Found",
    "FriendOut",
    "FriendPage",
    "FriendRequestOut",
    "FriendRequestOutDirection",
    "FriendRequestPage",
    "FunnelOut",
    "GameListProposalsStateType0",
    "Gap",
    "GapOut",
    "GivenIn",
    "HandleIn",
    "HandOverIn",
    "HealthOut",
    "HealthRecordIn",
    "HealthRecordInRecordType",
    "HealthRecordOut",
    "HealthRecordOutRecordType",
    "HealthRecordPage",
    "HeardOut",
    "HeartbeatOut",
    "Hit",
    "HitListingType",
    "HitState",
    "HoldIn",
    "HoldingOut",
    "HoldingPage",
    "HoursIn",
    "HoursOut",
    "IdentityDeviceOut",
    "IdentityListProposalsStateType0",
    "IdentityReviewOut",
    "IdentityReviewOutStatus",
    "ImportLivestockFilesBody",
    "ImportOut",
    "ImportOutStatus",
    "InclusionProof",
    "Ingredient",
    "InvitationIn",
    "InvitationOut",
    "InvitationOutState",
    "InvitationPage",
    "InvoiceLine",
    "InvoiceLineKind",
    "InvoiceLinePage",
    "InvoiceOut",
    "InvoiceOutKind",
    "Item",
    "JoinIn",
    "JoinInVisibility",
    "JudgeDetails",
    "JudgeDetailsState",
    "Judgement",
    "JudgementVerdict",
    "JudgeOut",
    "JudgeOutState",
    "Jwk",
    "JwksOut",
    "KgRange",
    "KindPreferenceOut",
    "KineticOut",
    "LabelsIn",
    "LabelsInFormat",
    "Language",
    "LastSeen",
    "LeftOut",
    "LevelCondition",
    "LevelOut",
    "LineOut",
    "LineOutEntryType0",
    "LinePage",
    "LinkOut",
    "ListAlarmsSeverityType0",
    "ListAlarmsStateType0",
    "ListAllContestsStateType0",
    "ListAllContestsTypeType0",
    "ListAllListingsStateType0",
    "ListAllWithdrawalsStatusType0",
    "ListCareRequestsStateType0",
    "ListCareServicesCareTypeType0",
    "ListClaimsState",
    "ListCommandsStateType0",
    "ListComplaintsState",
    "ListContestsStateType0",
    "ListContestsTypeType0",
    "ListEmergenciesState",
    "ListEquipmentKindType0",
    "ListEquipmentStatusType0",
    "ListExcursionsStateType0",
    "ListFarmLivestockCurrencyType0",
    "ListFarmLivestockSexType0",
    "ListFarmLivestockSort",
    "ListFarmLivestockStatusType0",
    "ListFeedPackagesPackageTypeType0",
    "ListHoldingsIntoType0",
    "ListHoldingsScope",
    "ListingAppealIn",
    "ListingChangeIn",
    "ListingDayOut",
    "ListingDayOutListingType",
    "ListingForAdminOut",
    "ListingForAdminOutListingType",
    "ListingForAdminOutState",
    "ListingForAdminPage",
    "ListingOut",
    "ListingOutListingType",
    "ListingOutState",
    "ListingPage",
    "ListingPriceOut",
    "ListingReportIn",
    "ListingReportInReason",
    "ListingReportOut",
    "ListingSalesOut",
    "ListingSalesOutListingType",
    "ListingStateOut",
    "ListingStateOutListingType",
    "ListingStateOutState",
    "ListingStatisticsOut",
    "ListKeptLivestockCurrencyType0",
    "ListKeptLivestockSexType0",
    "ListKeptLivestockSort",
    "ListKeptLivestockStatusType0",
    "ListMarkedDetectionsMarkType0",
    "ListMyCareRequestsStateType0",
    "ListMyLivestockCurrencyType0",
    "ListMyLivestockSexType0",
    "ListMyLivestockSort",
    "ListMyLivestockStatusType0",
    "ListMyOffersStateType0",
    "ListMyPaymentsPurposeType0",
    "ListMyPaymentsStateType0",
    "ListOfferedProvidersCurrency",
    "ListOffersStateType0",
    "ListOrdersStateType0",
    "ListParticipantsStateType0",
    "ListPaymentsProviderType0",
    "ListPaymentsPurposeType0",
    "ListPaymentsStateType0",
    "ListPayoutsStateType0",
    "ListPublicationsCurrencyType0",
    "ListReceivedOffersStateType0",
    "ListRemovalsState",
    "ListSalesClassKg",
    "ListSalesEvery",
    "ListSeasonsKindType0",
    "ListSettlementsProviderType0",
    "ListSubmissionsStatus",
    "ListSuspicionsStateType0",
    "ListTakedownsStateType0",
    "ListTasksStateType0",
    "ListTransactionsCurrencyType0",
    "ListTransactionsTypeType0",
    "ListUsersRoleType0",
    "ListUsersStatusType0",
    "ListVetCareRequestsStateType0",
    "LivestockDetails",
    "LivestockDetailsFound",
    "LivestockDetailsSex",
    "LivestockDetailsStatus",
    "LivestockFound",
    "LivestockOut",
    "LivestockOutSex",
    "LivestockOutStatus",
    "LivestockTypeChange",
    "LivestockTypeDetails",
    "LivestockTypeDetailsPage",
    "LivestockTypeIn",
    "LivestockTypeOut",
    "LivestockTypePage",
    "LogDay",
    "LoginIn",
    "LoginOut",
    "LotCountIn",
    "LotIn",
    "LotOut",
    "LotPage",
    "LotRecallIn",
    "MaintenanceIn",
    "MarkedDetection",
    "MarkedDetectionMarksItem",
    "MarkedDetectionPage",
    "MarketOut",
    "MarketplaceListProposalsStateType0",
    "MarketplaceReviewIn",
    "MarketplaceReviewInReason",
    "MarketplaceReviewInVerdict",
    "MarketplaceReviewOut",
    "MarketplaceReviewOutSide",
    "MarketplaceReviewOutState",
    "MarketplaceReviewPage",
    "MarketPriceOut",
    "MealLine",
    "MealLineState",
    "MeasureOut",
    "MeasureOutPlaceType0",
    "MedicationIn",
    "MedicationLogIn",
    "MedicationLogInOutcome",
    "MedicationLogsIn",
    "MedicationOut",
    "MedicationVerdictOut",
    "MedicationVerdictsOut",
    "MedicineAssignmentIn",
    "MedicineAssignmentInCurrency",
    "MedicineChange",
    "MedicineChangeAntimicrobialClassType0",
    "MedicineChangeRoutesItem",
    "MedicineIn",
    "MedicineInAntimicrobialClassType0",
    "MedicineInRoutesItem",
    "MedicineOut",
    "MedicinePage",
    "Mode",
    "Money",
    "MoneyAsked",
    "MoneyAskedCurrency",
    "MoneyRange",
    "MoneyWeightedOut",
    "MonthOut",
    "MoveIn",
    "Movement",
    "MovementCurrency",
    "MovementOut",
    "MovementOutKind",
    "MovementType",
    "MyAchievementOut",
    "MyAchievementPage",
    "MyChallengeOut",
    "MyChallengePage",
    "MyEntryOut",
    "MyEntryOutContestState",
    "MyEntryOutContestType",
    "MyEntryOutFeeStateType0",
    "MyEntryOutState",
    "MyEntryPage",
    "MyRankOut",
    "MyRankOutParts",
    "NewAnimalIn",
    "NewAnimalInSex",
    "NewOfferIn",
    "NewUserIn",
    "NewUserInRole",
    "NewUserOut",
    "NewUserOutRole",
    "NewUserOutStatus",
    "NoticeOut",
    "NoticeOutData",
    "NoticePage",
    "NotificationDeviceIn",
    "NotificationDeviceOut",
    "NotificationListProposalsStateType0",
    "Nutrition",
    "ObservationOut",
    "ObservationOutWhat",
    "ObservationPage",
    "OfferedOut",
    "OfferedOutMethodsItem",
    "OfferForAdminOut",
    "OfferForAdminOutSide",
    "OfferForAdminOutState",
    "OfferForAdminPage",
    "OfferIn",
    "OfferMoveOut",
    "OfferMoveOutSideType0",
    "OfferOut",
    "OfferOutSide",
    "OfferOutState",
    "OfferPage",
    "OfferWithMovesOut",
    "OfferWithMovesOutSide",
    "OfferWithMovesOutState",
    "OffspringIn",
    "OffspringInSex",
    "OnLoss",
    "OnLossDied",
    "OnLossRemoved",
    "OnLossSold",
    "OpenDebt",
    "OpenDebtState",
    "OpenHold",
    "OrderOut",
    "OrderOutPayWith",
    "OrderOutSide",
    "OrderOutState",
    "OrderPage",
    "OrderPaymentIn",
    "OrderPaymentInMethod",
    "OrderReviewIn",
    "OrderStep",
    "OrderStepBy",
    "OrderStepWhat",
    "OwnedOut",
    "OwnedOutKind",
    "OwnedPage",
    "OwnershipOut",
    "OwnershipOutReason",
    "OwnershipPage",
    "OwnProfile",
    "OwnSubmissionOut",
    "OwnSubmissionOutStatus",
    "PackageChange",
    "PackageChangePackageType",
    "PackageChoiceIn",
    "PackageIn",
    "PackageInPackageType",
    "PackageOut",
    "PackageOutPackageType",
    "PackagePage",
    "ParticipantOut",
    "ParticipantOutFeeStateType0",
    "ParticipantOutState",
    "ParticipantPage",
    "ParticularsIn",
    "Party",
    "PasskeyLoginIn",
    "PasskeyOptions",
    "PasskeyOptionsPublicKey",
    "PasskeyOut",
    "PasskeyPage",
    "PasskeyProof",
    "PasskeySecondLogin",
    "PasswordProof",
    "PaymentConfirmationIn",
    "PaymentDepositIn",
    "PaymentDepositInMethod",
    "PaymentDetailOut",
    "PaymentDetailOutMethod",
    "PaymentDetailOutProvider",
    "PaymentDetailOutPurpose",
    "PaymentDetailOutState",
    "PaymentDisputeOut",
    "PaymentDisputeOutProvider",
    "PaymentDisputeOutState",
    "PaymentDisputePage",
    "PaymentListDisputesState",
    "PaymentListProposalsStateType0",
    "PaymentOut",
    "PaymentOutMethod",
    "PaymentOutProvider",
    "PaymentOutPurpose",
    "PaymentOutState",
    "PaymentPage",
    "PaymentStepOut",
    "PaymentStepOutMethod",
    "PaymentStepOutProvider",
    "PaymentStepOutPurpose",
    "PaymentStepOutState",
    "PayoutIn",
    "PayoutOut",
    "PayoutOutProvider",
    "PayoutOutState",
    "PayoutPage",
    "PayoutSettlementIn",
    "PayoutSettlementInOutcome",
    "PayPalAccount",
    "PayPalWithdrawalIn",
    "PerformanceOut",
    "Person",
    "PersonDocumentType",
    "PhoneIn",
    "PhoneVerifiedOut",
    "PhotoOut",
    "PhotosOut",
    "PilotTaskOut",
    "PilotTaskOutKind",
    "PilotTaskOutState",
    "PilotTaskPage",
    "PlacedOut",
    "PlacedOutVerdict",
    "PlacementIn",
    "PlacementOut",
    "PlaceOut",
    "PlanChange",
    "PlanChangeCurrency",
    "PlanIn",
    "PlanInCurrency",
    "PlanOut",
    "PlanOutCurrency",
    "PlanPage",
    "PlatformListingIn",
    "PlatformOfferIn",
    "PlaybackLink",
    "PlayerChange",
    "PlayerChangeVisibility",
    "PlayerOut",
    "PlayerOutVisibility",
    "PlayRenditionRendition",
    "Point",
    "Popular",
    "PreferenceIn",
    "PreferencesIn",
    "PreferencesOut",
    "PrescribedOut",
    "PrescribedOutState",
    "PrescribedPage",
    "PrescriptionEndIn",
    "PrescriptionIn",
    "PrescriptionInConfirmedWarningsItem",
    "PrescriptionInRoute",
    "PrescriptionOut",
    "PrescriptionOutState",
    "PrescriptionPage",
    "Preview",
    "PreviewChangeChoice",
    "PreviewOut",
    "PreviewSubscriptionCurrency",
    "PreviewSubscriptionCycle",
    "PriceDetails",
    "PriceDetailsPage",
    "PriceIn",
    "PriceOut",
    "PricePage",
    "Prices",
    "PricesOut",
    "PricingIn",
    "Prize",
    "PrizeKind",
    "PrizeWonOut",
    "PrizeWonOutKind",
    "PrizeWonOutReasonType0",
    "PrizeWonOutState",
    "PrizeWonPage",
    "Problem",
    "ProceedsOut",
    "ProceedsOutState",
    "ProceedsPage",
    "Profile",
    "Profit",
    "ProfitBasis",
    "ProfitCurrency",
    "ProfitLossOfCurrency",
    "ProfitLossOut",
    "ProfitLossOutScope",
    "ProfitMeasure",
    "ProposalOut",
    "ProposalOutPayload",
    "ProposalOutState",
    "ProposalPage",
    "PublishedRoot",
    "PublishedRootAssets",
    "PublishedRootPage",
    "PurchaseOut",
    "QuarantineIn",
    "QuarantineOut",
    "QuarantinePage",
    "QueuedOut",
    "QueuedPage",
    "Range",
    "RankOut",
    "RankPage",
    "RateOut",
    "RateOutAbsentType0",
    "ReadChartResolution",
    "ReadFeeCurrency",
    "ReadFeeListingType",
    "ReadForecastDays",
    "ReadingIn",
    "ReadingsIn",
    "ReadingsOut",
    "ReadingsOutResultsItem",
    "ReadPerformanceScope",
    "ReadPlayersLeaderboardPeriod",
    "ReadPlayersLeaderboardScope",
    "ReadPricesClassKg",
    "ReadPricesEvery",
    "ReadProfitAndLossIntoType0",
    "ReadProfitAndLossScope",
    "ReadProofCurrency",
    "ReadRoiIntoType0",
    "ReadRoiScope",
    "ReadStatementCurrency",
    "ReadStatementFormat",
    "ReadTaxStatementIntoType0",
    "ReadTaxStatementScope",
    "ReadUpToIn",
    "ReceivedDetection",
    "ReceivedDetectionMarksItem",
    "ReceivedDetectionStatus",
    "Recipient",
    "RecipientOut",
    "RecipientPage",
    "RecipientsOut",
    "ReconciliationOut",
    "ReconciliationOutFees",
    "ReconciliationOutPlatform",
    "RecordedMovementOut",
    "RecordedMovementOutKind",
    "RecordedMovementPage",
    "RecordingOut",
    "RecordingPage",
    "RecoveryCodesOut",
    "RecoveryLogin",
    "RecoveryProof",
    "RefreshIn",
    "RefundIn",
    "RefundOut",
    "RefundOutAnimalType0",
    "RefundOutChargedTo",
    "RefundOutDestination",
    "RefundOutOrigin",
    "RefundOutState",
    "RefusedOut",
    "RefusedPage",
    "RegisterIn",
    "RegisterInRole",
    "RegisterOut",
    "RegisterPasskeyIn",
    "RegistrationIn",
    "RegistrationInSex",
    "Registrations",
    "RejectIn",
    "ReleaseIn",
    "ReleaseOut",
    "ReleaseRecordingIn",
    "ReleasesOut",
    "RemovalIn",
    "RemovalOut",
    "RemovalOutState",
    "RemovalPage",
    "RemovalsRejectionIn",
    "RenamePasskeyIn",
    "ReplacePreferencesBody",
    "ReplacePreferencesResponse200",
    "ReplyIn",
    "Report",
    "ReportChange",
    "ReportChangeFormat",
    "ReportChannel",
    "ReportedOut",
    "ReportedOutReason",
    "ReportedPage",
    "ReportIn",
    "ReportInFormat",
    "ReportOut",
    "ReportOutFormat",
    "ReportPage",
    "ReportQuery",
    "ReportQueryChart",
    "ReportQueryDataset",
    "ReportQueryDimensionsItem",
    "ReportQueryMeasuresItem",
    "ReportQueryScope",
    "Reports",
    "ResetIn",
    "ResultOut",
    "ResultOutCause",
    "ResultsOut",
    "ResumeIn",
    "RetentionOut",
    "RevealedOut",
    "RevealedOutMarks",
    "RevealedOutMarksAdditionalProperty",
    "RevealedOutSetAside",
    "RevealedOutSetAsideAdditionalProperty",
    "RevealIn",
    "RevealInMarks",
    "RevealStepIn",
    "RevealStepInMarks",
    "ReversionIn",
    "ReviewDetailOut",
    "ReviewDetailOutAccountStatus",
    "ReviewDetailOutDestinationType0",
    "ReviewDetailOutExitsClosedType0",
    "ReviewDetailOutMethod",
    "ReviewDetailOutState",
    "ReviewReportIn",
    "ReviewReportInReason",
    "RoiOfCurrency",
    "RoiOut",
    "RoiOutScope",
    "RoleIn",
    "RoleInRole",
    "RowErrorOut",
    "RowErrorPage",
    "RuleChange",
    "RuleChangeKind",
    "RuleChangeSeverity",
    "RuleIn",
    "RuleInKind",
    "RuleInSeverity",
    "RuleOut",
    "RuleOutKind",
    "RuleOutSeverity",
    "RulePage",
    "Rules",
    "RulesAdmission",
    "RulesOut",
    "RulesOutMeasures",
    "RulesTiedPrizes",
    "RulesTies",
    "RunIn",
    "RunInFormatType0",
    "RunOut",
    "RunOutFormat",
    "RunOutState",
    "RunPage",
    "SaleOut",
    "SalePage",
    "SaleStatusOut",
    "SavedListOut",
    "SavedOut",
    "SavedSearchIn",
    "SavedSearchInCurrency",
    "SavedSearchInListingTypeType0",
    "SavedSearchInSexType0",
    "SavedSearchOut",
    "SavedSearchOutCurrency",
    "SavedSearchOutListingTypeType0",
    "SavedSearchOutSexType0",
    "SavedSearchPage",
    "SavingOut",
    "Schedule",
    "ScheduledMealOut",
    "ScheduledMealOutWeightType0",
    "ScheduledMealPage",
    "ScheduleEvery",
    "ScheduleIn",
    "SearchCurrency",
    "SearchListingTypeType0",
    "SearchLivestockCurrencyType0",
    "SearchLivestockSexType0",
    "SearchLivestockSort",
    "SearchLivestockStatusType0",
    "SearchSexType0",
    "SearchSort",
    "SeasonOut",
    "SeasonOutKind",
    "SeasonPage",
    "SecondFactorOut",
    "SecondFactorOutMethodsItem",
    "SecondFactorOutPasskeyOptionsType0",
    "SeenIn",
    "SeenOfferIn",
    "Segment",
    "SegmentRoleType0",
    "SellerOut",
    "SensorChange",
    "SensorIn",
    "SensorOut",
    "SensorPage",
    "SensorTypeChange",
    "SensorTypeIn",
    "SensorTypeInKind",
    "SensorTypeOut",
    "SensorTypeOutKind",
    "SensorTypePage",
    "SessionPage",
    "SessionsSessionOut",
    "SettingsIn",
    "SettingsOut",
    "SettlementOut",
    "SettlementOutProvider",
    "SettlementPage",
    "SheetOut",
    "SheetOutSetAsideType0",
    "SheetOutSetAsideType0AdditionalProperty",
    "ShopItemChange",
    "ShopItemIn",
    "ShopItemInKind",
    "ShopItemOut",
    "ShopItemOutKind",
    "ShopItemPage",
    "ShowPreferencesResponse200",
    "Similar",
    "SimpleOut",
    "SlotIn",
    "SlotOut",
    "SlotsOut",
    "SnapshotOut",
    "SnapshotPage",
    "SourceOut",
    "SpreadOut",
    "StaffOut",
    "StaffPage",
    "StageIn",
    "StatementLine",
    "StatementLineKind",
    "StatementLinePage",
    "StatementLineState",
    "StatementOut",
    "StatementOutKind",
    "StatementOutState",
    "StatisticsOut",
    "StatisticsOutByRole",
    "StatisticsOutByStatus",
    "StatusChangeOut",
    "StatusChangeOutStatusType0",
    "StatusChangePage",
    "StatusIn",
    "StatusInStatus",
    "StatusOut",
    "StatusOutStatus",
    "Step",
    "StepOut",
    "StepSide",
    "StepUpOptions",
    "StepUpOptionsMethodsItemType0",
    "StepUpOptionsPasskeyOptionsType0",
    "StockDifferenceOut",
    "StockDifferencePage",
    "StockOut",
    "StocksOut",
    "StopIn",
    "StopOut",
    "StoppedOut",
    "StreakCondition",
    "StreakOut",
    "StreamDeviceIn",
    "StreamIn",
    "StreamOffer",
    "StreamOut",
    "StreamReviewIn",
    "StreamsOut",
    "StreamStopped",
    "SubmissionOut",
    "SubmissionOutStatus",
    "SubmissionPage",
    "SubmitIn",
    "SubmitInDocumentType",
    "SubscribeIn",
    "SubscribeInCycle",
    "SubscriptionKeys",
    "SubscriptionOut",
    "SubscriptionOutCycle",
    "SubscriptionOutState",
    "SubscriptionPage",
    "Suggestion",
    "Suggestions",
    "Summary",
    "SuspicionDecisionIn",
    "SuspicionDecisionInDecision",
    "SuspicionOut",
    "SuspicionOutEvidence",
    "SuspicionOutKind",
    "SuspicionOutState",
    "SuspicionPage",
    "TakedownForAdminOut",
    "TakedownForAdminOutState",
    "TakedownForAdminPage",
    "TakedownOut",
    "TakedownOutState",
    "TakedownPage",
    "TaskOut",
    "TaskOutState",
    "TaskPage",
    "TaskRuleChange",
    "TaskRuleChangeEvidenceItem",
    "TaskRuleOut",
    "TaskRuleOutEvidenceItem",
    "TaskRuleOutKind",
    "TaxStatementOut",
    "TaxStatementOutScope",
    "TemplateOut",
    "TemplatesOut",
    "Texts",
    "TicketOut",
    "TodayOut",
    "TokenProof",
    "TokensOut",
    "Total",
    "TotalCurrency",
    "TradeDayOut",
    "TradeStateOut",
    "TradeStateOutState",
    "TradeStatisticsOut",
    "TransferIn",
    "TransferOut",
    "TwoFactorOut",
    "TypicalWeightIn",
    "UnclaimedOut",
    "UnclaimedPage",
    "UnknownCardOut",
    "UnknownCardPage",
    "UnreadOut",
    "UnusualExit",
    "UnusualExitState",
    "UseOut",
    "UserDetails",
    "UserDetailsRole",
    "UserDetailsStatus",
    "UserIn",
    "UserOut",
    "UserOutRole",
    "UserOutStatus",
    "UserPage",
    "VaccinationOut",
    "VaccinationOutState",
    "Value",
    "VerdictIn",
    "VerifiedOut",
    "VersionOut",
    "VersionOutIngredientsItem",
    "VersionOutNutrition",
    "VisitIn",
    "VisitOfDayOut",
    "VisitOfDayOutState",
    "VisitOut",
    "VisitOutState",
    "WalletDepositIn",
    "WalletDepositInMethod",
    "WalletListProposalsStateType0",
    "WalletMovementPage",
    "WalletOut",
    "WalletReviewOut",
    "WalletReviewOutMethod",
    "WalletReviewOutState",
    "WalletReviewPage",
    "WalletSettlementIn",
    "WalletSettlementInOutcome",
    "WatchOut",
    "WatchOutState",
    "WatchPage",
    "WebPushIn",
    "WebPushKeyOut",
    "WeighingIn",
    "WeighingOut",
    "WeightedOut",
    "WeightGain",
    "WeightGainMeasure",
    "Weights",
    "WithdrawalOut",
    "WithdrawalOutMethod",
    "WithdrawalOutState",
    "WithdrawalPage",
    "WithdrawalPeriodIn",
    "WithdrawalPeriodOut",
    "WithdrawalsDecisionIn",
    "WithdrawalsDecisionInSeen",
    "WithdrawalsDecisionInStatus",
    "Words",
    "WornIn",
)
