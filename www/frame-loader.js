// For the page around: gives every `<iframe data-deal-network>` the height that its content asks for, also those that
// are added later. A classic script that leaves no global name; loading it twice is harmless.
(() => {
  const mark = Symbol.for('deal-network frames');
  if (Reflect.has(document, mark)) return;
  Reflect.set(document, mark, true);

  /** @returns {NodeListOf<HTMLIFrameElement>} */
  const frames = () => document.querySelectorAll('iframe[data-deal-network]');
  addEventListener('message', ({ data, source, isTrusted }) => {
    if (!isTrusted || !source || data?.source !== 'deal-network' || data.version !== 1) return;
    const { type, height } = data;
    if (type !== 'height' || !Number.isFinite(height)) return;
    for (const frame of frames()) {
      if (frame.contentWindow !== source) continue;
      // Whatever a frame says, the page keeps its shape.
      frame.style.height = `${Math.min(Math.max(height, 100), 10000)}px`;
    }
  });
  // Frames that were quicker say it again.
  for (const frame of frames()) frame.contentWindow?.postMessage({ type: 'height' }, '*');
})();
