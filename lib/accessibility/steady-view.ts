// Lets boxes be read as if the visitor had not scrolled since the run began.

/**
 * Boxes are relative to the window, and axe compares boxes read at different moments. While a slice reads boxes, the window
 * stands where it stood at the start; nothing is painted in between, so the visitor sees no jump.
 */
export class SteadyView {
  private readonly x: number;
  private readonly y: number;

  constructor(private readonly window: Window) {
    this.x = window.scrollX;
    this.y = window.scrollY;
  }

  hold<T>(work: () => T): T {
    const { scrollX, scrollY } = this.window;
    if (scrollX === this.x && scrollY === this.y) return work();
    this.window.scrollTo({ left: this.x, top: this.y, behavior: 'instant' });
    try {
      return work();
    } finally {
      this.window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    }
  }
}
