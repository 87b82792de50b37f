"""What commands share: options and what is typed for them, help, completion, running, and pieces of answers."""
