"""The names of the typo model's features: the columns that its boosted trees were fitted on.

``model.bin`` holds the same names; a file whose names differ is refused (`policytext.typos.boosted_trees`).
"""

from policytext.typos.ngrams import ORDER

#: The columns of a row of features, in their order.
FEATURE_NAMES = (
    "gain",
    "gain_before",
    "gain_after",
    "least_gain",
    "old",
    "new",
    "margin",
    "kind",
    "chance_new",
    "chance_old",
    *(
        f"{what}_{length}_{whose}"
        for length in range(2, ORDER + 1)
        for whose in ("new", "old")
        for what in ("known", "most")
    ),
    *(f"word_{length}_{whose}" for length in (2, 3, 4) for whose in ("new", "old")),
    "han_left",
    "han_right",
    "left_3",
    "right_3",
    "left_2",
    "right_2",
    "symbol_left",
    "symbol_right",
    "symbol",
    "symbols_far",
    "repeats_3_old",
    "repeats_3_new",
    "repeats_2_old",
    "repeats_coined",
    "size",
    "class_old",
    "class_new",
    "word_exact_old",
    "word_exact_new",
)
