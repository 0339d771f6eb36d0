from .read_fee import read_fee as read_fee
