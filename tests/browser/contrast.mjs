// The contrast of what is painted, by the arithmetic of WCAG 2.2: axe leaves open what it is not sure of.

// Runs in the page: every text that is seen, with less contrast than it needs, as `ratio text`.
function findFaintTexts() {
  const channels = (colour) => {
    const found = colour.match(/^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/);
    return found && {rgb: found.slice(1, 4).map(Number), alpha: Number(found[4] ?? 1)};
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [darker, brighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (brighter + 0.05) / (darker + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const paint = channels(getComputedStyle(at).backgroundColor);
      if (paint?.alpha === 1) return paint.rgb;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const element = walker.currentNode.parentElement;
    if (!text || element.tagName === "title" || !element.checkVisibility({opacityProperty: true})) continue;
    const style = getComputedStyle(element);
    const paint = channels(element.namespaceURI.endsWith("svg") ? style.fill : style.color);
    const isLarge = parseFloat(style.fontSize) >= 24;
    const ratio = contrast(paint.rgb, ground(element));
    if (ratio < (isLarge ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${text.slice(0, 40)}`);
  }
  return faint;
}

export const faintTexts = (page) => page.evaluate(findFaintTexts);
