"""What every room stands on: money, dates, errors, problems, messages and strict YAML."""
