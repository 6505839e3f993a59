"""The best pattern there is for a small table: a mixed-integer program, solved by HiGHS.

Which cells are closed is 0 or 1. A closed cell may be otherwise than it is in the attacker's table, an open one may not;
no count is negative. A cell that needs protection must be able to be 0, and to be at least the threshold. The attacker's
tables are left out of the program and asked for one by one: where a pattern holds a cell too tightly, the dual of the
attacker's linear program says which cells hold it, and at least some of them must be closed (Fischetti and Salazar 2001).
The attacker here has fractions: the guard, which asks for whole numbers, can only need as much or more.

With `everything`, what is closed for others must be able to be 0 or never below the threshold, as the guard's `safe` asks.
"""

import time

import highspy
import numpy

# Larger than any change that a small cell needs; what a cut has of it is cut down to what it asks for.
FAR = 10_000.0
TINY = 1e-6


class Unsolved(Exception):
    """The time was over, or the solver had no answer."""


def quiet():
    solver = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    return solver


def program(costs, lower, upper, row_lower, row_upper, rows, whole=False):
    """`rows` are lists of (column, coefficient)."""
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(costs), len(rows)
    model.col_cost_, model.col_lower_, model.col_upper_ = map(numpy.array, (costs, lower, upper))
    model.row_lower_, model.row_upper_ = numpy.array(row_lower), numpy.array(row_upper)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = numpy.cumsum([0] + [len(row) for row in rows])
    model.a_matrix_.index_ = numpy.array([column for row in rows for column, _ in row])
    model.a_matrix_.value_ = numpy.array([value for row in rows for _, value in row], dtype=float)
    if whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    return model


class Attacker:
    """Who knows the open cells; `cells` are sets of finest ones."""

    def __init__(self, counts, cells):
        finest = len(set().union(*cells))
        rows = [[(part, 1.0) for part in sorted(cell)] for cell in cells]
        nothing = [0.0] * len(cells)
        self.counts, self.cells, self.finest = counts, cells, finest
        self.solver = quiet()
        free = [-highspy.kHighsInf] * finest, [highspy.kHighsInf] * finest
        self.solver.passModel(program([0.0] * finest, *free, nothing, nothing, rows))
        self.known = None

    def knows(self, closed):
        """What the attacker looks at; `closed` may be fractions, of a pattern that is not decided."""
        self.known = closed
        for cell, (count, share) in enumerate(zip(self.counts, closed)):
            self.solver.changeRowBounds(cell, -count * share, FAR * share)

    def farthest(self, target, sign):
        """How far the cell can move, what each closed cell may contribute to it, and the change of each cell."""
        for part in range(self.finest):
            self.solver.changeColCost(part, -float(sign) if part in self.cells[target] else 0.0)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise Unsolved
        solution = self.solver.getSolution()
        duals = solution.row_dual
        share = [dual * count if dual > 0 else -dual * FAR for dual, count in zip(duals, self.counts)]
        return -self.solver.getInfo().objective_function_value, share, list(solution.row_value)


def best(counts, cells, small, threshold, costs, everything=False, seconds=60):
    """The closed cells of the cheapest pattern: a list of 0 and 1, and its cost. `small` are the cells to protect."""
    until = time.monotonic() + seconds
    attacker = Attacker(counts, cells)
    number = range(len(cells))
    lower = [1.0 if cell in small else 0.0 for cell in number]
    master = quiet()
    # No cheaper pattern may be missed, however little cheaper.
    master.setOptionValue("mip_rel_gap", 0.0)
    master.setOptionValue("mip_abs_gap", 1e-7)
    master.passModel(program(costs, lower, [1.0] * len(cells), [], [], []))

    def cut(terms, least):
        terms = {cell: value for cell, value in terms.items() if abs(value) > TINY}
        master.addRow(least, highspy.kHighsInf, len(terms), numpy.array(list(terms)), numpy.array(list(terms.values())))

    def held(closed):
        """Adds what the attacker's programs say; whether anything did."""
        found = False
        attacker.knows(closed)
        for cell in small:
            for sign, asked in ((1, threshold - counts[cell]), (-1, counts[cell])):
                reach, share, _ = attacker.farthest(cell, sign) if asked > 0 else (0, [], [])
                if reach < asked - TINY:
                    cut({other: min(of, asked) for other, of in enumerate(share)}, asked)
                    found = True
        return found

    def betrayed(closed):
        """Cells closed for others that can be a little, and not nothing."""
        found = False
        for cell in number:
            if closed[cell] and cell not in small:
                reach, share, change = attacker.farthest(cell, -1)
                low = counts[cell] - reach
                if TINY < low < threshold - TINY:
                    # What holds it is open, what it moved is closed: so it stays unless one of them is otherwise.
                    moved = {other for other in number if abs(change[other]) > TINY} | {cell}
                    holds = {other for other in number if not closed[other] and share[other] > TINY}
                    terms = {other: 1.0 for other in holds} | {other: -1.0 for other in moved}
                    cut(terms, 1.0 - len(moved))
                    found = True
        return found

    whole = False
    while True:
        master.setOptionValue("time_limit", max(until - time.monotonic(), 0.01) + master.getRunTime())
        master.run()
        if master.getModelStatus() != highspy.HighsModelStatus.kOptimal or time.monotonic() > until:
            raise Unsolved
        closed = list(master.getSolution().col_value)
        if whole:
            closed = [float(round(value)) for value in closed]
        if held(closed) or (whole and everything and betrayed(closed)):
            continue
        if whole:
            return [int(value) for value in closed], master.getInfo().objective_function_value
        for cell in number:
            master.changeColIntegrality(cell, highspy.HighsVarType.kInteger)
        whole = True
