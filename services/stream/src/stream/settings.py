"""Stream's own keys, with the prefix `STREAM_`."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once at start."""

    model_config = SettingsConfigDict(env_prefix="STREAM_", frozen=True)

    credential_cache: timedelta = Field(timedelta(seconds=2), ge=timedelta(), le=timedelta(seconds=4))
    """How long a process believes that a device's credential, once checked, is still good."""

    detection_retention: timedelta = Field(timedelta(days=400), ge=timedelta(days=31), le=timedelta(days=3700))
    """How long detections and their pictures are kept, and for the rest of their month."""
    detection_backfill: timedelta = Field(timedelta(days=30), ge=timedelta(minutes=1), le=timedelta(days=31))
    """How old a detection may be when it arrives. The time of an older one is taken for a wrong clock's."""
    detection_late: timedelta = Field(timedelta(minutes=5), ge=timedelta())
    """After how long a detection counts as late."""
    detection_skew: timedelta = Field(timedelta(seconds=30), ge=timedelta(seconds=1))
    """How wrong the clock of a device may be."""
    detection_confidence: float = Field(0.6, ge=0, le=1)
    """The lowest confidence that counts."""
    detection_apart_farms: timedelta = Field(timedelta(minutes=15), ge=timedelta(), le=timedelta(hours=6))
    """Within so long no animal is on two farms."""
    detection_apart_areas: timedelta = Field(timedelta(seconds=5), ge=timedelta(), le=timedelta(hours=1))
    """Within so long no animal is in two areas of a farm."""
    detection_told: timedelta = Field(timedelta(minutes=5), ge=timedelta(minutes=1))
    """Others are told of an animal at most once within so long, for each camera."""
    detection_image_link: timedelta = Field(timedelta(minutes=30), ge=timedelta(minutes=1), le=timedelta(days=1))
    """How long a device may take to upload the picture of a detection, and whoever sees one to open it."""
    judge_back: timedelta = Field(timedelta(days=7), ge=timedelta(hours=1), le=timedelta(days=90))
    """How late readings may arrive and still raise, correct or end an alarm."""

    alarm_late: timedelta = Field(timedelta(minutes=10), ge=timedelta(), le=timedelta(days=1))
    """An alarm that is found so long after its readings proved it is marked as late."""

    reading_skew: timedelta = Field(timedelta(minutes=5), ge=timedelta(), le=timedelta(hours=1))
    """How far the clock of a device may be ahead; readings from beyond are refused."""

    sensors_per_device: int = Field(200, ge=1, le=10_000)
    """So many sensors a device may bring into being by their readings."""

    silence: timedelta = Field(timedelta(seconds=90), ge=timedelta(seconds=15), le=timedelta(days=1))
    """A device that was not heard for so long is offline."""

    claim_lifetime: timedelta = Field(timedelta(days=7), gt=timedelta(), le=timedelta(days=90))
    """How long the claim secret of an enrolled device is good."""

    claim_attempts: int = Field(10, ge=1, le=10_000)
    """So often a serial may be claimed within 15 minutes."""

    rotation_grace: timedelta = Field(timedelta(minutes=10), ge=timedelta(), le=timedelta(days=1))
    """How long the secret that a device had stays good when it has got a new one."""

    command_lifetime: timedelta = Field(timedelta(hours=1), gt=timedelta(), le=timedelta(days=30))
    """How long a command waits for its device, unless it says otherwise."""
    media_url: str = "http://media:8080"
    """Where this service reads the media server's lists of segments."""

    rtmp_url: str = "rtmp://localhost:1935/live"
    """Where devices publish; they are told so when they ask to start."""

    callback_secret: SecretStr = SecretStr("")
    """What the media server shows when it asks whether somebody may publish. Without it nobody may."""

    link_secret: SecretStr = SecretStr("")
    """What links to segments are signed with; the media server checks them with the same. Without it nothing plays."""

    spool: Path = Path("/spool")
    """The folder to which the media server records."""

    renditions: bool = False
    """Whether the media server also makes lower qualities, which players then choose from."""

    stream_key_lifetime: timedelta = Field(timedelta(minutes=5), ge=timedelta(seconds=10), le=timedelta(hours=1))
    """How long a device has to begin publishing with the key that it was given."""

    publisher_silence: timedelta = Field(timedelta(seconds=60), ge=timedelta(seconds=20), le=timedelta(minutes=10))
    """A session of which the media server has said nothing for so long has ended."""

    publisher_trust: timedelta = Field(timedelta(seconds=60), ge=timedelta(), le=timedelta(minutes=10))
    """How long a stream that was in order goes on while the database does not answer."""

    playback_lifetime: timedelta = Field(timedelta(minutes=10), ge=timedelta(minutes=1), le=timedelta(hours=6))
    """How long a link to a live stream is good, unless the right to it ends before."""

    recording_keep_continuous: timedelta = Field(timedelta(days=3), ge=timedelta(minutes=1), le=timedelta(days=3700))
    """How long recordings are kept in which nothing was detected."""
    recording_keep_detections: timedelta = Field(timedelta(days=14), ge=timedelta(minutes=1), le=timedelta(days=3700))
    """How long recordings are kept in which animals were detected."""
    recording_wait: timedelta = Field(timedelta(seconds=60), ge=timedelta(), le=timedelta(hours=1))
    """How long detections are waited for after the end of a part."""
    recording_margin: timedelta = Field(timedelta(seconds=5), ge=timedelta(), le=timedelta(minutes=5))
    """Detections so long before or after a part belong to it as well."""
    recording_link: timedelta = Field(timedelta(minutes=10), ge=timedelta(seconds=10), le=timedelta(hours=6))
    """How long the link to a recording, a thumbnail or a snapshot is good."""
    recording_limit: timedelta = Field(timedelta(minutes=2), ge=timedelta(seconds=1), le=timedelta(minutes=10))
    """How long ffmpeg may take with one part before it is ended."""
    recording_aside: timedelta = Field(timedelta(days=7), ge=timedelta(), le=timedelta(days=365))
    """How long parts that could not be stored are kept for operators."""
    snapshot_keep: timedelta = Field(timedelta(days=90), ge=timedelta(minutes=1), le=timedelta(days=3700))
    """How long snapshots are kept."""
    snapshot_limit: timedelta = Field(timedelta(seconds=8), ge=timedelta(seconds=1), le=timedelta(minutes=1))
    """How long a snapshot may take."""
    snapshots_at_once: int = Field(2, ge=1, le=64)
    """Snapshots that one process takes at a time."""
    storage_least_free: int = Field(5_000_000_000, ge=0)
    """Below so many free bytes the disk of recordings, or of the spool, is nearly full. 0: nobody looks."""
    storage_least_share: float = Field(0.1, gt=0, le=1)
    """The same as a share of the disk; the smaller of both counts, so that a small disk keeps recordings, too."""
