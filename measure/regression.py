"""Logistic regression with weights and shrinkage: all the statistics that the confidence needs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def regress(x: Numbers, y: Numbers, weight: Numbers, start: Numbers, pull: Numbers) -> Numbers:
    """Weighted logistic regression by Newton's method, each coefficient pulled towards `start` with force `pull`."""
    b = start.copy()
    for _ in range(60):
        p = sigmoid(x @ b)
        slope = x.T @ (weight * (y - p)) - pull * (b - start)
        step = np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(pull), slope)
        b += np.clip(step, -3, 3)
        if np.abs(step).max() < 1e-9:
            break
    return b


def sigmoid(odds: Numbers) -> Numbers:
    """Log odds to probabilities."""
    return np.asarray(1 / (1 + np.exp(-odds)))
