const key = 'phones-theme';
type Theme = 'light' | 'dark';

/** The system's theme until the reader chooses the other; the choice is remembered. */
export function followTheme(button: HTMLElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const current = (): Theme =>
    (localStorage.getItem(key) as Theme | null) ?? (system.matches ? 'dark' : 'light');
  const apply = () => {
    document.documentElement.dataset.theme = current();
    button
      .querySelector('use')
      ?.setAttribute('href', current() === 'dark' ? '#icon-sun' : '#icon-moon');
  };
  button.addEventListener('click', () => {
    localStorage.setItem(key, current() === 'dark' ? 'light' : 'dark');
    apply();
  });
  system.addEventListener('change', apply);
  apply();
}
