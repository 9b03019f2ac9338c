"""What people hear and read, and nothing else: a second language would be a second folder like this one."""
