"""What is done with the customer's documents. They are opened only in disposable child processes."""
