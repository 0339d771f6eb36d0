from .count_batch import count_batch as count_batch
from .list_batch_movements import list_batch_movements as list_batch_movements
from .list_batch_recipients import list_batch_recipients as list_batch_recipients
from .list_batches import list_batches as list_batches
from .recall_batch import recall_batch as recall_batch
from .receive_batch import receive_batch as receive_batch
