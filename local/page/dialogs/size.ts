const WIDTHS: Record<string, string> = {
  small: '400px',
  medium: '600px',
  large: '800px',
  xlarge: '968px',
  max: '100%',
  fullscreen: '100%',
  resizable: '600px',
};

/** The CSS width of a Forge modal: one of the platform's size names, or the width an app gives itself. */
export function modalWidth(size: string | { width: string }): string {
  return typeof size === 'string' ? (WIDTHS[size] ?? '600px') : size.width;
}
