// The frame around every screen: navigation on the left (on top when narrow), the screen beside it.
import { VisuallyHidden } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { KeyHelp } from './KeyHelp';
import { ScreenErrorBoundary } from './ScreenErrorBoundary';
import classes from './Shell.module.css';
import { Loading, NotFound } from './screen-states';
import { screens } from './screens';

/** Navigation and the routed screen. */
export function Shell() {
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  // A keyboard or screen-reader user starts at the new screen, not at the link just used.
  const screenPath = location.split('/').slice(0, 3).join('/');
  const focusedPath = useRef(screenPath);
  useEffect(() => {
    // Neither on arrival nor on the way from “/” to the first screen.
    const arriving = focusedPath.current === '/' || focusedPath.current === screenPath;
    focusedPath.current = screenPath;
    if (arriving) return;
    main.current?.focus({ preventScroll: true });
  }, [screenPath]);

  const here =
    screens.find(({ covers }) => covers?.test(location)) ??
    screens.find(({ path }) => isWithin(location, path));
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        跳到正文
      </button>
      <nav aria-label="主导航" className={classes.side}>
        <div className={classes.brand}>
          政务网站检查台
          <span className={classes.sub}>工作台</span>
        </div>
        <div className={classes.nav}>
          {screens.map(({ name, path, icon: Icon }) => (
            <Link
              key={path}
              href={path}
              className={classes.link}
              aria-current={here?.path === path ? 'page' : undefined}
            >
              <Icon size={20} stroke={1.6} aria-hidden />
              {name}
            </Link>
          ))}
        </div>
        <div className={classes.foot}>
          <KeyHelp route={location} />
        </div>
      </nav>
      <main id="workbench-main" ref={main} className={classes.main} tabIndex={-1} aria-label={here?.name}>
        <ScreenErrorBoundary key={screenPath}>
          <Suspense fallback={<Loading what="页面" />}>
            <Switch>
              {screens.flatMap((screen) =>
                screen.routes.map(({ path, component: Component }) => (
                  <Route key={path} path={path}>
                    {(params) => <Component params={params} />}
                  </Route>
                )),
              )}
              <Route path="/">
                <Redirect to="/sessions" replace />
              </Route>
              <Route>
                <VisuallyHidden component="h1">没有这个页面</VisuallyHidden>
                <NotFound what="页面" back="/sessions" backName="回到检查列表" />
              </Route>
            </Switch>
          </Suspense>
        </ScreenErrorBoundary>
      </main>
    </div>
  );
}

function isWithin(location: string, path: string): boolean {
  return location === path || location.startsWith(`${path}/`);
}
