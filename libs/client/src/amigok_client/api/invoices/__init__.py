from .download_invoice import download_invoice as download_invoice
from .list_all_invoices import list_all_invoices as list_all_invoices
from .list_invoices import list_invoices as list_invoices
from .make_invoice_link import make_invoice_link as make_invoice_link
from .put_billing_details import put_billing_details as put_billing_details
from .read_billing_details import read_billing_details as read_billing_details
from .read_invoice import read_invoice as read_invoice
