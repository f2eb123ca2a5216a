"""Trains the small XGBoost models beside this file and writes what XGBoost itself answers for a few rows.

Run: python3 make-xgboost-fixtures.py (XGBoost 1.7.4, NumPy). NaN is written as null.
Each xgboost-NAME.json has its answers in xgboost-NAME-answers.json: rows, margins (output_margin), contributions
(pred_contribs: one number a feature, then the expected value), and for models that stopped early margins_of_all.
"""

import json
import pathlib

import numpy as np
import xgboost as xgb

HERE = pathlib.Path(__file__).parent
ROWS = 24


def draw(seed, rows, columns, missing=0.25):
    chance = np.random.default_rng(seed)
    values = np.round(chance.normal(size=(rows, columns)), 3).astype(np.float32)
    values[chance.random(values.shape) < missing] = np.nan
    values[chance.random(values.shape) < 0.1] = 0
    return chance, values


def write(name, booster, rows, types=None, limit=None):
    (HERE / f"xgboost-{name}.json").write_bytes(bytes(booster.save_raw("json")))
    data = xgb.DMatrix(rows, feature_types=types, enable_categorical=True)
    used = (0, 0) if limit is None else (0, limit)
    answers = {
        "rows": [[None if np.isnan(value) else float(value) for value in row] for row in rows],
        "margins": margins(booster, data, used),
        "contributions": [
            [float(value) for value in row] for row in booster.predict(data, pred_contribs=True, iteration_range=used)
        ],
    }
    if limit is not None:
        answers["margins_of_all"] = margins(booster, data, (0, 0))
    (HERE / f"xgboost-{name}-answers.json").write_text(json.dumps(answers) + "\n")


def margins(booster, data, used):
    return [float(value) for value in booster.predict(data, output_margin=True, iteration_range=used)]


def regression():
    chance, x = draw(1, 300, 4)
    y = 100 + np.nan_to_num(x[:, 0], nan=2) * 3 - np.nan_to_num(x[:, 1]) + chance.normal(size=300)
    settings = {"objective": "reg:squarederror", "base_score": 99.7, "max_depth": 3, "eta": 0.3}
    write("regression", xgb.train(settings, xgb.DMatrix(x, label=y), 6), x[:ROWS])


def logistic():
    chance, x = draw(2, 300, 4)
    y = (np.nan_to_num(x[:, 0]) + chance.normal(size=300) > 0.5).astype(int)
    settings = {"objective": "binary:logistic", "base_score": 0.3, "max_depth": 3, "eta": 0.3}
    write("logistic", xgb.train(settings, xgb.DMatrix(x, label=y), 5), x[:ROWS])


def poisson():
    chance, x = draw(3, 300, 4)
    y = chance.poisson(np.exp(np.nan_to_num(x[:, 0]) / 2 + 1))
    settings = {"objective": "count:poisson", "base_score": 2.5, "max_depth": 3, "eta": 0.3}
    write("poisson", xgb.train(settings, xgb.DMatrix(x, label=y), 5), x[:ROWS])


def categorical():
    chance, x = draw(4, 400, 3)
    x[:, 1] = chance.integers(0, 40, 400)
    x[:, 2] = chance.integers(0, 3, 400)
    x[chance.random(400) < 0.15, 1] = np.nan
    y = (np.nan_to_num(x[:, 1]) % 3 == 1) * 2 + (x[:, 2] == 1) + np.nan_to_num(x[:, 0]) + chance.normal(size=400) / 4
    types = ["float", "c", "c"]
    settings = {"objective": "reg:squarederror", "tree_method": "hist", "max_depth": 4, "max_cat_to_onehot": 4}
    data = xgb.DMatrix(x, label=y, feature_types=types, feature_names=["value", "court", "shift"], enable_categorical=True)
    booster = xgb.train(settings, data, 5)
    asked = x[:ROWS].copy()
    # Categories that training has not seen.
    asked[:4, 1] = [40, 41, 70, 500]
    asked[4:6, 2] = [3, 33]
    (HERE / "xgboost-categorical.json").write_bytes(bytes(booster.save_raw("json")))
    named = xgb.DMatrix(asked, feature_types=types, feature_names=["value", "court", "shift"], enable_categorical=True)
    answers = {
        "rows": [[None if np.isnan(value) else float(value) for value in row] for row in asked],
        "margins": margins(booster, named, (0, 0)),
        "contributions": [[float(value) for value in row] for row in booster.predict(named, pred_contribs=True)],
    }
    (HERE / "xgboost-categorical-answers.json").write_text(json.dumps(answers) + "\n")


def early_stopped():
    chance, x = draw(5, 400, 4)
    y = (np.nan_to_num(x[:, 0]) + 2 * chance.normal(size=400) > 0).astype(int)
    train = xgb.DMatrix(x[:200], label=y[:200])
    valid = xgb.DMatrix(x[200:], label=y[200:])
    settings = {"objective": "binary:logistic", "max_depth": 3, "eta": 0.5, "num_parallel_tree": 2, "subsample": 0.7}
    booster = xgb.train(settings, train, 40, evals=[(valid, "valid")], early_stopping_rounds=4, verbose_eval=False)
    write("early-stopped", booster, x[:ROWS], limit=booster.best_iteration + 1)


def dart():
    chance, x = draw(6, 300, 4)
    y = np.nan_to_num(x[:, 0]) - np.nan_to_num(x[:, 2]) + chance.normal(size=300) / 4
    settings = {"booster": "dart", "rate_drop": 0.4, "max_depth": 3, "eta": 0.5, "seed": 3, "base_score": 0.5}
    write("dart", xgb.train(settings, xgb.DMatrix(x, label=y), 8), x[:ROWS])


def refused():
    chance, x = draw(7, 60, 2, 0)
    y = chance.integers(0, 3, 60)
    data = xgb.DMatrix(x, label=y)
    linear = xgb.train({"booster": "gblinear", "objective": "reg:squarederror"}, data, 2)
    (HERE / "xgboost-linear.json").write_bytes(bytes(linear.save_raw("json")))
    several = xgb.train({"objective": "multi:softprob", "num_class": 3, "max_depth": 1}, data, 1)
    (HERE / "xgboost-several.json").write_bytes(bytes(several.save_raw("json")))


for make in (regression, logistic, poisson, categorical, early_stopped, dart, refused):
    make()
