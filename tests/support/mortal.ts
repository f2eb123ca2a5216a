// The one process that lives at a time: it dies at the point whose number is `killAt`, and is deaf and dumb from then on.

export class Mortal {
  /** How many points it has come to. */
  points = 0;
  kills = 0;
  killAt = Number.POSITIVE_INFINITY;
  alive = true;

  /** A moment at which it may die; throws a TypeError, as a lost connection does, where it is dead. */
  point(): void {
    if (this.alive && this.points++ === this.killAt) {
      this.alive = false;
      this.kills++;
    }
    if (!this.alive) throw new TypeError("killed");
  }

  /** What was done is done, and whoever dies then never hears of it: after it and before whatever comes next is one point. */
  async around<T>(work: () => Promise<T>): Promise<T> {
    if (!this.alive) throw new TypeError("killed");
    const result = await work();
    this.point();
    return result;
  }

  /** A process from its start to its end; false where it died on the way. */
  run(work: () => Promise<unknown>): Promise<boolean> {
    this.alive = true;
    return work().then(
      () => this.alive,
      (error: unknown) => {
        if (this.alive) throw error;
        return false;
      },
    );
  }
}
