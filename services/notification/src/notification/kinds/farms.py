"""What the people of farms are told."""

from amigok_contracts import barn, medicines, stream_alarms, stream_devices
from notification.kinds.categories import FARM, SOON
from notification.kinds.kind import Kind
from notification.kinds.recipients import staff

KINDS = (
    # For the people of farms
    Kind("stock_low", FARM, barn.StockLow, staff, "farm ingredient left_kg", once="stock_id low_since"),
    Kind("dose_due", FARM, medicines.DoseDue, staff, "animal medicine_name planned_at", within=SOON, topic="farm_id"),
    Kind("dose_missed", FARM, medicines.DoseMissed, staff, "animal medicine_name planned_at"),
    Kind(
        "alarm_raised",
        FARM,
        stream_alarms.AlarmRaised,
        staff,
        "farm rule_name severity since",
        when=lambda event: not event.late,
        urgent=True,
    ),
    Kind(
        "alarm_escalated",
        FARM,
        stream_alarms.AlarmEscalated,
        staff,
        "farm rule_name severity since",
        once="alarm_id escalated_at",
        urgent=True,
    ),
    Kind("device_offline", FARM, stream_devices.DeviceOffline, staff, "farm device_name since", once="device_id since"),
    Kind(
        "camera_offline",
        FARM,
        stream_devices.CameraOffline,
        staff,
        "farm camera_name since",
        once="camera_id since",
        within=SOON,
        topic="device_id",
    ),
)
