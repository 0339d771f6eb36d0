"""What people owe the platform because there was too little to take."""
