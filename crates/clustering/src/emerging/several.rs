//! Many tests at once: what stays rare over all of them together.

/// The chance of each, adjusted for how many were tested: whoever stops at `adjusted ≤ 0.05` finds anything at all where
/// there is nothing in at most 5 of 100 cases, however the tests hang together (Holm, *Scandinavian Journal of
/// Statistics* 6, 1979). The tests here share signals: a pair lies within its cause and its domain.
pub fn holm(chances: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|a, b| chances[*a].total_cmp(&chances[*b]));
    let mut adjusted = vec![1.0; chances.len()];
    let mut least = 0.0_f64;
    for (left, at) in (1..=chances.len()).rev().zip(order) {
        least = least.max(chances[at] * f64::from(u32::try_from(left).unwrap_or(u32::MAX))).min(1.0);
        adjusted[at] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_chance_counts_as_often_as_tests_are_left_and_never_overtakes_a_smaller_one() {
        let adjusted = holm(&[0.03, 0.01, 0.5, 0.02]);
        let known = [0.06, 0.04, 0.5, 0.06];
        assert!(
            adjusted.iter().zip(known).all(|(found, known)| (found - known).abs() < 1e-12),
            "{adjusted:?}"
        );
        assert!(holm(&[]).is_empty());
    }
}
