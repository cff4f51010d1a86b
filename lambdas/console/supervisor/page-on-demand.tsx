import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../parts/skeleton.tsx';

/** A page whose scripts are loaded when somebody first goes there. */
export function pageOnDemand(load: () => Promise<FunctionComponent>): FunctionComponent {
  return function PageOnDemand() {
    const [loaded, setLoaded] = useState<{ Page: FunctionComponent }>();
    useEffect(() => {
      void load().then((Page) => setLoaded({ Page }));
    }, []);
    return loaded === undefined ? <Skeleton lines={6} /> : <loaded.Page />;
  };
}
