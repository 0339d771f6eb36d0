from .print_labels import print_labels as print_labels
