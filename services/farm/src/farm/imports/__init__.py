"""Animals by the thousand: CSV in, with a report for each row, and CSV out."""
