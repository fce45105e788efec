//! The linear program.

use deal_network::arcs::{Arc, Arcs};
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome, Variable};

/// The linear program of the circulations, with a part of each arc for each loop.
pub struct Program {
    pub problem: Problem,
    pub on: Vec<Variable>,
}

impl Program {
    pub fn new(arcs: &Arcs, objective: f64) -> Self {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let amount = |arc: &Arc| arc.amount.unwrap_or_default().0 as f64;
        let on: Vec<Variable> =
            arcs.all().iter().map(|arc| problem.add_var(objective, (0.0, amount(arc)))).collect();
        for company in arcs.companies() {
            let sides = arcs.all().iter().zip(&on).filter_map(|(arc, &on)| match company {
                at if at == arc.from => Some((on, -1.0)),
                at if at == arc.to => Some((on, 1.0)),
                _ => None,
            });
            problem.add_constraint(sides.collect::<Vec<_>>(), ComparisonOp::Eq, 0.0);
        }
        Self { problem, on }
    }

    pub fn solve(&self) -> f64 {
        match self.problem.solve().unwrap() {
            SolveOutcome::Solution(solution) => solution.objective(),
            SolveOutcome::Interrupted(_) => panic!("no limit was set"),
        }
    }
}
