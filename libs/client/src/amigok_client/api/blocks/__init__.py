from .clear_sale_block import clear_sale_block as clear_sale_block
from .get_sale_status import get_sale_status as get_sale_status
from .list_sale_blocks import list_sale_blocks as list_sale_blocks
from .place_sale_block import place_sale_block as place_sale_block
