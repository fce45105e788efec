/** The drawing of a data set as an SVG, with what stands in it and where. */

/** @import { Page } from './engine.js' */

/**
 * The drawing as a figure of its own, with what stands in it and where.
 * @param {Page} page
 * @param {{ width: number, height: number, widen?: number, data?: string }} stage
 */
export function drawn(page, stage) {
  return page.evaluate(async ({ width, height, widen, data = 'ai-deals' }) => {
    const desk = await import(new URL('desk.js', document.baseURI).href);
    await desk.ready();
    const bytes = new Uint8Array(await (await fetch(`data/${data}.json`)).arrayBuffer());
    const figure = desk.open(bytes, false, [1, 5, 10_000, 6, width < 480]);
    while (!figure.search(50));
    if (widen) figure.widen(widen);
    figure.arrange(width, height);
    const [left = 0, top = 0, right = 0, bottom = 0] = figure.bounds();
    const { fit } = await import(new URL('camera.js', document.baseURI).href);
    const camera = fit([left, top, right, bottom], width, height);
    const scene = new Float32Array(1 << 18);
    const length = figure.scene(width, height, camera.scale, camera.x, camera.y, width < 480, scene);
    const words = figure.texts();
    const heading = { theme: 'light', title: '', description: '', loops: [], font: 'sans-serif' };
    const svg = desk.write({ scene: scene.slice(0, length), width, height, texts: words, ...heading });
    figure.free();
    const box = document.createElement('div');
    document.body.replaceChildren(box);
    box.innerHTML = svg;
    const paths = [...box.querySelectorAll('path')];
    const greys = ['none', '#ffffff', '#eef0f3', '#d9dde2'];
    /** What share of a text's letters, taken as a box, lies over things of a kind that were drawn before. */
    const share = (
      /** @type {SVGTextElement} */ text,
      /** @type {(path: SVGPathElement, point: DOMPointInit) => boolean} */ covers,
    ) => {
      const below = paths.filter(
        (path) => path.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      const { x: left, width } = text.getBBox();
      const baseline = Number(text.getAttribute('y'));
      // Capital letters are as high.
      const top = baseline - 0.72 * parseFloat(getComputedStyle(text).fontSize);
      let [all, covered] = [0, 0];
      for (let x = left + 1; x < left + width; x += 1)
        for (let y = top; y <= baseline; y += 1) {
          all += 1;
          if (below.some((path) => covers(path, { x, y }))) covered += 1;
        }
      return covered / all;
    };
    /** A colour of a loop, and no grey. */
    const colourful = (/** @type {string | null} */ colour) => {
      const [red = 0, green = 0, blue = 0] =
        colour?.match(/[0-9a-f]{2}/g)?.map((part) => parseInt(part, 16)) ?? [];
      return Math.max(red, green, blue) - Math.min(red, green, blue) > 40;
    };
    const texts = [...box.querySelectorAll('text')].map((text) => {
      const { x, y, width, height } = text.getBoundingClientRect();
      return {
        ...{ x, y, width, height, word: text.textContent ?? '' },
        size: parseFloat(getComputedStyle(text).fontSize),
        halo: text.getAttribute('paint-order') === 'stroke',
        heads: share(text, (path, at) => {
          return !greys.includes(path.getAttribute('fill') ?? '') && path.isPointInFill(at);
        }),
        stripes: share(text, (path, at) => {
          return colourful(path.getAttribute('stroke')) && path.isPointInStroke(at);
        }),
      };
    });
    // All circles of companies are one path: each begins at its rim and has its radius twice.
    const path = box.querySelector('path[fill="#eef0f3"]')?.getAttribute('d') ?? '';
    const frame = box.querySelector('svg')?.getBoundingClientRect();
    const circles = path.split('M').flatMap((part) => {
      const [x = NaN, y = NaN, radius = NaN] = part.match(/-?[\d.]+/g)?.map(Number) ?? [];
      if (Number.isNaN(radius) || !frame) return [];
      const left = frame.x + x - (part.includes('a') ? 2 * radius : 0);
      return [{ x: left, y: frame.y + y - radius, width: 2 * radius, height: 2 * radius }];
    });
    return { texts, circles };
  }, stage);
}
