package eu.cairn.stacking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Least cost in whole numbers under linear bounds, exactly: the dual simplex method on integers
 * with one common denominator (Edmonds' pivot, Bland's rule, so it ends), and branching on what
 * comes out fractional. Variables and costs are never negative; rows say "at most". Meant for a few
 * dozen variables.
 */
final class IntegerProgram {

    private final long[] costs;

    /** The coefficients of each row and, last, its bound. */
    private final List<long[]> rows = new ArrayList<>();

    private final Budget budget;

    private Optional<long[]> best = Optional.empty();
    private BigInteger bestCost = BigInteger.ZERO;

    IntegerProgram(long[] costs, Budget budget) {
        this.costs = costs;
        this.budget = budget;
    }

    void atMost(long[] coefficients, long bound) {
        var row = Arrays.copyOf(coefficients, costs.length + 1);
        row[costs.length] = bound;
        rows.add(row);
    }

    void atLeast(long[] coefficients, long bound) {
        atMost(Arrays.stream(coefficients).map(value -> -value).toArray(), -bound);
    }

    /** The values of least cost; none where no values satisfy every row. */
    Optional<long[]> solve() throws BudgetSpent {
        best = Optional.empty();
        branch();
        return best;
    }

    private void branch() throws BudgetSpent {
        var tableau = new Tableau();
        if (!tableau.solve() || (best.isPresent() && tableau.cost().compareTo(bestCost) >= 0)) {
            return;
        }
        int fractional = tableau.fractional();
        if (fractional < 0) {
            best = Optional.of(tableau.values());
            bestCost = tableau.cost();
            return;
        }
        var unit = new long[costs.length];
        unit[fractional] = 1;
        long below = tableau.floor(fractional);
        atLeast(unit, below + 1);
        branch();
        rows.removeLast();
        atMost(unit, below);
        branch();
        rows.removeLast();
    }

    /** The rows in the form "basic = bound − coefficients × others", all times the denominator. */
    private final class Tableau {

        final int others = costs.length;
        final BigInteger[][] cells = new BigInteger[rows.size() + 1][others + 1];
        final int[] basic = new int[rows.size()];
        final int[] nonbasic = new int[others];
        BigInteger denominator = BigInteger.ONE;

        Tableau() {
            for (int row = 0; row < rows.size(); row++) {
                basic[row] = others + row;
                for (int column = 0; column <= others; column++) {
                    cells[row][column] = BigInteger.valueOf(rows.get(row)[column]);
                }
            }
            for (int column = 0; column < others; column++) {
                nonbasic[column] = column;
                cells[rows.size()][column] = BigInteger.valueOf(costs[column]);
            }
            cells[rows.size()][others] = BigInteger.ZERO;
        }

        boolean solve() throws BudgetSpent {
            while (true) {
                int row = leaving();
                if (row < 0) {
                    return true;
                }
                int column = entering(row);
                if (column < 0) {
                    return false;
                }
                budget.spend(1 + cells.length * (long) others / 16);
                pivot(row, column);
            }
        }

        private int leaving() {
            int found = -1;
            for (int row = 0; row < basic.length; row++) {
                if (cells[row][others].signum() < 0 && (found < 0 || basic[row] < basic[found])) {
                    found = row;
                }
            }
            return found;
        }

        /** The column of the least cost for what it brings; the smallest variable among equals. */
        private int entering(int row) {
            int found = -1;
            var costRow = cells[basic.length];
            for (int column = 0; column < others; column++) {
                if (cells[row][column].signum() >= 0) {
                    continue;
                }
                int order =
                        found < 0
                                ? -1
                                : costRow[found]
                                        .multiply(cells[row][column])
                                        .compareTo(costRow[column].multiply(cells[row][found]));
                if (order < 0 || (order == 0 && nonbasic[column] < nonbasic[found])) {
                    found = column;
                }
            }
            return found;
        }

        private void pivot(int row, int column) {
            var pivotRow = cells[row].clone();
            var pivot = pivotRow[column];
            for (int i = 0; i < cells.length; i++) {
                var factor = cells[i][column];
                for (int j = 0; j <= others && i != row; j++) {
                    if (j != column) {
                        cells[i][j] =
                                factor.multiply(pivotRow[j])
                                        .subtract(cells[i][j].multiply(pivot))
                                        .divide(denominator);
                    }
                }
            }
            for (int j = 0; j <= others; j++) {
                cells[row][j] = pivotRow[j].negate();
            }
            cells[row][column] = denominator.negate();
            denominator = pivot.negate();
            int left = basic[row];
            basic[row] = nonbasic[column];
            nonbasic[column] = left;
        }

        BigInteger cost() {
            var cost = cells[basic.length][others].negate();
            var parts = cost.divideAndRemainder(denominator);
            return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
        }

        int fractional() {
            int found = -1;
            for (int row = 0; row < basic.length; row++) {
                if (basic[row] < others
                        && cells[row][others].mod(denominator).signum() != 0
                        && (found < 0 || basic[row] < found)) {
                    found = basic[row];
                }
            }
            return found;
        }

        long floor(int variable) {
            for (int row = 0; row < basic.length; row++) {
                if (basic[row] == variable) {
                    return cells[row][others].divide(denominator).longValueExact();
                }
            }
            return 0;
        }

        long[] values() {
            var values = new long[others];
            for (int variable = 0; variable < others; variable++) {
                values[variable] = floor(variable);
            }
            return values;
        }
    }
}
