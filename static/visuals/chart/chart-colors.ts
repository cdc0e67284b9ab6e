/** What a chart is drawn with, as CSS writes colors and fonts. */
export interface ChartColors {
  /** Of the series or slices, in order; taken again from the start where there are more. */
  series: string[];
  text: string;
  grid: string;
  surface: string;
  tooltip: string;
  tooltipText: string;
  fontFamily: string;
}

/** The categorical colors of the design system and four of its others, enough for a whole pie, with its light values where no theme is loaded. */
const categorical = [
  ['--ds-chart-categorical-1', '#357DE8'],
  ['--ds-chart-categorical-2', '#82B536'],
  ['--ds-chart-categorical-3', '#BF63F3'],
  ['--ds-chart-categorical-4', '#F68909'],
  ['--ds-chart-categorical-5', '#1558BC'],
  ['--ds-chart-categorical-6', '#964AC0'],
  ['--ds-chart-categorical-7', '#42B2D7'],
  ['--ds-chart-categorical-8', '#BD5B00'],
  ['--ds-chart-red-bold', '#F15B50'],
  ['--ds-chart-magenta-bold', '#DA62AC'],
  ['--ds-chart-yellow-bold', '#B38600'],
  ['--ds-chart-gray-bold', '#8C8F97'],
] as const;

/** The CSS value of the color at a place, for what is not drawn on the canvas. */
export function seriesColor(at: number): string {
  const [token, light] = categorical[at % categorical.length] ?? categorical[0];
  return `var(${token}, ${light})`;
}

/** The colors of the theme that an element stands in, as they are now. */
export function chartColors(element: Element): ChartColors {
  const style = getComputedStyle(element);
  const color = (token: string, light: string): string => style.getPropertyValue(token).trim() || light;
  return {
    series: categorical.map(([token, light]) => color(token, light)),
    text: color('--ds-text-subtle', '#505258'),
    grid: color('--ds-border', '#0b120e24'),
    surface: color('--ds-surface', '#ffffff'),
    tooltip: color('--ds-background-neutral-bold', '#292a2e'),
    tooltipText: color('--ds-text-inverse', '#ffffff'),
    fontFamily: style.fontFamily,
  };
}

/** Calls back whenever the theme of the page may have changed; the function that comes back ends it. */
export function onThemeChange(changed: () => void): () => void {
  const root = document.documentElement;
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributes: true, attributeFilter: ['data-color-mode', 'data-theme', 'class', 'style'] });
  observer.observe(document.head, { childList: true }); // the platform brings its tokens as a stylesheet
  const mode = matchMedia('(prefers-color-scheme: dark)');
  mode.addEventListener('change', changed);
  document.head.addEventListener('load', changed, true);
  return () => {
    observer.disconnect();
    mode.removeEventListener('change', changed);
    document.head.removeEventListener('load', changed, true);
  };
}
