/** The company's colour, made legible: contrast as WCAG 2.2 computes it, between 1 and 21. Colours are `#rrggbb`. */

const TEXT = 4.5; // the least contrast of text (WCAG 2.2, 1.4.3)
const STEP = 0.04; // of the way to black or white

const parts = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** The relative luminance, 0 for black and 1 for white. */
export function luminance(colour) {
  const [red, green, blue] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** `share` of the way from one colour to another. */
export function mixed(from, to, share) {
  const target = parts(to);
  const mixture = parts(from).map((part, at) => Math.round(part + (target[at] - part) * share));
  return `#${mixture.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Black or white, whichever is read better on this ground; one of the two always reaches 4.5. */
export const inkOn = (ground) => (contrast(ground, "#000000") >= contrast(ground, "#ffffff") ? "#000000" : "#ffffff");

/** The colour, moved away from the grounds in steps until text in it can be read on every one of them. */
export function legible(colour, grounds) {
  const away = inkOn(grounds[0]);
  let shade = colour;
  for (let share = STEP; share <= 1 && grounds.some((ground) => contrast(shade, ground) < TEXT); share += STEP) {
    shade = mixed(colour, away, share);
  }
  return shade;
}

/**
 * Every custom property that follows from a company's colour. `grounds` are those of one scheme, `[{light, dark}]`, the
 * sheet first: what text in the colour stands on.
 */
export function paletteOf(colour, grounds) {
  const ink = inkOn(colour);
  const scheme = (name) => {
    const plain = grounds.map((ground) => ground[name]);
    const wash = mixed(plain[0], colour, name === "light" ? 0.08 : 0.14);
    const accent = legible(colour, [...plain, wash]);
    return { wash, accent, strong: mixed(accent, inkOn(plain[0]), 0.25) };
  };
  const [light, dark] = [scheme("light"), scheme("dark")];
  const both = (name) => `light-dark(${light[name]}, ${dark[name]})`;
  return {
    "--brand": colour,
    "--brand-strong": mixed(colour, ink === "#000000" ? "#ffffff" : "#000000", 0.18),
    "--on-brand": ink,
    "--accent": both("accent"),
    "--accent-strong": both("strong"),
    "--accent-wash": both("wash"),
  };
}
