//! Flow between bounds, moved until it balances at every company: at the least loss, or along arcs that lose none.

use crate::arcs::Arcs;

/// A move along an arc (more on it) or against it (less on it).
#[derive(Clone, Copy, Debug)]
struct Move {
    /// Twice the arc's index, plus one if against it.
    code: u32,
    /// The company it leads to.
    to: u32,
}

impl Move {
    const fn arc(self) -> usize {
        (self.code >> 1) as usize
    }

    const fn is_back(self) -> bool {
        self.code & 1 == 1
    }
}

/// What runs on each arc, between bounds, and what each company has too much or too little of.
///
/// Always true but inside a function: `lower <= value <= upper`, and with the *gain* of an arc from `a` to `b`
/// defined as `1 + level[b] - level[a]`, an arc of positive gain is at its upper and one of negative gain at its
/// lower bound. So when nothing is left over, `value` has the largest sum that a circulation can have.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    ends: Vec<(u32, u32)>,
    pub lower: Vec<u64>,
    pub value: Vec<u64>,
    pub upper: Vec<u64>,
    /// Each company's potential. From 0 at those with an excess to the same at all with a deficit.
    pub level: Vec<i32>,
    /// What arrives at each company less what leaves it.
    pub excess: Vec<i128>,
    /// `moves[starts[c]..starts[c + 1]]` start at company `c`.
    starts: Vec<u32>,
    moves: Vec<Move>,
    /// Moves from the nearest company with an excess, for companies that one can reach; else `FAR`.
    depth: Vec<u32>,
    /// The move of each company that a walk tries next.
    next: Vec<u32>,
}

const FAR: u32 = u32::MAX;

impl Flow {
    /// Every arc full. Arcs without an amount take no part.
    pub fn new(arcs: &Arcs) -> Self {
        let ends: Vec<(u32, u32)> = arcs.all().iter().map(|arc| (arc.from.0, arc.to.0)).collect();
        let upper: Vec<u64> = arcs.all().iter().map(|arc| arc.amount.unwrap_or_default().0).collect();
        let companies = ends.iter().map(|&(from, to)| from.max(to) as usize + 1).max().unwrap_or(0);
        let mut excess = vec![0; companies];
        let mut starts = vec![0; companies + 1];
        for (&(from, to), &amount) in ends.iter().zip(&upper).filter(|(_, amount)| **amount > 0) {
            excess[from as usize] -= i128::from(amount);
            excess[to as usize] += i128::from(amount);
            starts[from as usize + 1] += 1;
            starts[to as usize + 1] += 1;
        }
        for company in 0..companies {
            starts[company + 1] += starts[company];
        }
        let mut moves = vec![Move { code: 0, to: 0 }; starts[companies] as usize];
        let mut next = starts.clone();
        for (arc, &(from, to)) in ends.iter().enumerate().filter(|(arc, _)| upper[*arc] > 0) {
            for (company, other, back) in [(from, to, 0), (to, from, 1)] {
                moves[next[company as usize] as usize] = Move { code: (arc as u32) << 1 | back, to: other };
                next[company as usize] += 1;
            }
        }
        Self {
            lower: vec![0; upper.len()],
            value: upper.clone(),
            level: vec![0; companies],
            depth: vec![FAR; companies],
            ends,
            upper,
            excess,
            starts,
            moves,
            next,
        }
    }

    /// How many steps one round of [`Flow::route`] or [`Flow::raise`] counts for.
    pub const fn size(&self) -> u64 {
        (self.level.len() + self.moves.len()) as u64
    }

    /// What each unit on an arc is worth: see [`Flow`].
    pub fn gain(&self, arc: usize) -> i32 {
        let (from, to) = self.ends[arc];
        1 + self.level[to as usize] - self.level[from as usize]
    }

    /// Whether an arc leads into the companies that the last round reached.
    pub fn enters_reached(&self, arc: usize) -> bool {
        let (from, to) = self.ends[arc];
        self.depth[from as usize] == FAR && self.depth[to as usize] != FAR
    }

    /// Puts at least `lower` on an arc.
    pub fn lift(&mut self, arc: usize) {
        let missing = self.lower[arc].saturating_sub(self.value[arc]);
        let (from, to) = self.ends[arc];
        self.value[arc] += missing;
        self.excess[from as usize] -= i128::from(missing);
        self.excess[to as usize] += i128::from(missing);
    }

    /// One round of moving excess to deficits by moves that lose nothing: along all shortest ways. False if there
    /// was no way left; then what was reached is one side of a cut that is full. O(companies * arcs).
    pub fn route(&mut self) -> bool {
        if !self.reach() {
            return false;
        }
        self.next.copy_from_slice(&self.starts);
        let mut path = Vec::new();
        for company in 0..self.excess.len() {
            while self.excess[company] > 0 && self.walk(company, &mut path) {}
        }
        true
    }

    /// Sets the depths. False if no company with a deficit has one.
    fn reach(&mut self) -> bool {
        self.depth.fill(FAR);
        let mut queue: Vec<u32> =
            (0..self.excess.len() as u32).filter(|&c| self.excess[c as usize] > 0).collect();
        for &company in &queue {
            self.depth[company as usize] = 0;
        }
        let mut found = false;
        let mut first = 0;
        while first < queue.len() {
            let company = queue[first] as usize;
            first += 1;
            found |= self.excess[company] < 0;
            for place in self.starts[company]..self.starts[company + 1] {
                let step = self.moves[place as usize];
                let to = step.to as usize;
                if self.depth[to] == FAR && self.loss(company, step) == 0 && self.room(step) > 0 {
                    self.depth[to] = self.depth[company] + 1;
                    queue.push(to as u32);
                }
            }
        }
        found
    }

    /// Moves as much as one way from `company` to a deficit has room for. False if there is no way left.
    fn walk(&mut self, company: usize, path: &mut Vec<Move>) -> bool {
        path.clear();
        let mut at = company;
        while self.excess[at] >= 0 {
            if self.next[at] == self.starts[at + 1] {
                // Nothing leads on from here: one back, and past the move that led here.
                if path.pop().is_none() {
                    return false;
                }
                at = path.last().map_or(company, |step| step.to as usize);
                self.next[at] += 1;
                continue;
            }
            let step = self.moves[self.next[at] as usize];
            let to = step.to as usize;
            if self.depth[to] == self.depth[at] + 1 && self.loss(at, step) == 0 && self.room(step) > 0 {
                path.push(step);
                at = to;
            } else {
                self.next[at] += 1;
            }
        }
        let most = self.excess[company].min(-self.excess[at]).min(i128::from(u64::MAX)) as u64;
        let amount = path.iter().map(|&step| self.room(step)).fold(most, u64::min);
        for &step in path.iter() {
            let value = &mut self.value[step.arc()];
            *value = if step.is_back() { *value - amount } else { *value + amount };
        }
        self.excess[company] -= i128::from(amount);
        self.excess[at] += i128::from(amount);
        true
    }

    /// Raises levels by as little as opens a new way from an excess to a deficit, when [`Flow::route`] finds none:
    /// each by what the cheapest way to it loses, but none by more than the nearest deficit. False when nothing is
    /// left over. O(companies + arcs).
    pub fn raise(&mut self) -> bool {
        // Losses are small whole numbers: a list of companies for each, linked through `waiting`.
        let mut waiting: Vec<(u32, u32)> = Vec::new();
        let mut lists = vec![FAR; self.level.len() + 1];
        let mut loss = vec![FAR; self.level.len()];
        for (company, &excess) in self.excess.iter().enumerate() {
            if excess > 0 {
                loss[company] = 0;
                waiting.push((company as u32, lists[0]));
                lists[0] = waiting.len() as u32 - 1;
            }
        }
        let mut now = 0;
        while now < lists.len() {
            let Some(&(company, rest)) = waiting.get(lists[now] as usize) else {
                now += 1;
                continue;
            };
            lists[now] = rest;
            let company = company as usize;
            if loss[company] as usize != now {
                continue;
            }
            if self.excess[company] < 0 {
                for (level, loss) in self.level.iter_mut().zip(&loss) {
                    *level += (*loss).min(now as u32).cast_signed();
                }
                return true;
            }
            for place in self.starts[company]..self.starts[company + 1] {
                let step = self.moves[place as usize];
                let to = step.to as usize;
                let total = now + self.loss(company, step) as usize;
                if total < lists.len() && total < loss[to] as usize && self.room(step) > 0 {
                    loss[to] = total as u32;
                    waiting.push((to as u32, lists[total]));
                    lists[total] = waiting.len() as u32 - 1;
                }
            }
        }
        false
    }

    /// How much more can go by a move.
    fn room(&self, step: Move) -> u64 {
        let arc = step.arc();
        if step.is_back() { self.value[arc] - self.lower[arc] } else { self.upper[arc] - self.value[arc] }
    }

    /// What a unit moved loses, if there is room for it.
    fn loss(&self, at: usize, step: Move) -> u32 {
        let back = 1 + self.level[at] - self.level[step.to as usize];
        let loss = if step.is_back() { back } else { back - 2 };
        loss.unsigned_abs()
    }
}
