"""The catalogue of medicines is care's: the farm keeps a copy, which care's events fill.

Names are unique in care; here they may be the same for a moment, as events come in any order. A record may name a
medicine whose event has not come yet.
"""

import sqlalchemy as sa
from alembic import op

revision = "farm_0004"
down_revision = "farm_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("medicines", sa.Column("care_version", sa.BigInteger, server_default="0", nullable=False))
    op.drop_index("medicines_name_key", "medicines")
    op.drop_column("medicines", "name_key")
    op.drop_constraint("health_records_medicine_id_fkey", "health_records")
