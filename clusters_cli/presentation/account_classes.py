"""What an account of the French chart is, by the first digits of its number, in the words of hledger.

Source: règlement ANC 2014-03 (plan comptable général), and 2018-06 for associations, which keeps its classes.
"""

ASSET, CASH, LIABILITY, EQUITY, REVENUE, EXPENSE = "A", "C", "L", "E", "R", "X"
_BY_FIRST_DIGITS = {
    "1": EQUITY,  # own funds and grants of investment
    "16": LIABILITY,  # loans
    "17": LIABILITY,
    "2": ASSET,
    "3": ASSET,
    "4": LIABILITY,  # suppliers, staff, taxes, partners
    "41": ASSET,  # members and customers
    "441": ASSET,  # the State and other public bodies: grants to be received
    "46": ASSET,
    "5": CASH,
    "50": ASSET,  # securities
    "519": LIABILITY,  # overdrafts and other credit of banks
    "6": EXPENSE,
    "7": REVENUE,
    "8": EQUITY,  # opening and closing, contributions in kind
}


def account_type(account: str) -> str:
    """Return the type of an account: that of the longest beginning which is known, else an asset."""
    beginnings = (account[:length] for length in range(len(account), 0, -1))
    return next((_BY_FIRST_DIGITS[one] for one in beginnings if one in _BY_FIRST_DIGITS), ASSET)
