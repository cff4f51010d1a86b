import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const firstWidth = 640;

/** How wide the element is drawn, in pixels: a drawing that is scaled would scale its texts too. */
export function useWidth(ref: RefObject<Element | null>): number {
  const [width, setWidth] = useState(firstWidth);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setWidth(Math.max(element.getBoundingClientRect().width, 1));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}
