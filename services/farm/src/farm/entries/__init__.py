"""What people enter in the field, where an answer may be lost: sent twice, it is one."""
