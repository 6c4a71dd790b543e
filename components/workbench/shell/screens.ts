// The workbench's screens in the order of the navigation; a new screen is one more entry here.
import {
  type Icon,
  IconAddressBook,
  IconArrowsJoin,
  IconCalendarCheck,
  IconChartBar,
  IconChecklist,
  IconClipboardList,
  IconDeviceMobile,
  IconFileText,
  IconListTree,
  IconMessageReport,
  IconSettings,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import { SessionsScreen } from '../sessions/SessionsScreen';

export interface Screen {
  /** Name in the navigation and in the tab's title. */
  name: string;
  /** Where the navigation leads. */
  path: string;
  icon: Icon;
  /** Addresses under another screen's path that belong to this one in the navigation. */
  covers?: RegExp;
  /** Every route of the screen, most specific first; `path` is among them. */
  routes: { path: string; component: ComponentType<{ params: Record<string, string | undefined> }> }[];
}

const SessionScreen = lazy(() =>
  import('../session/SessionScreen').then((m) => ({ default: m.SessionScreen })),
);
const MergeScreen = lazy(() => import('../merge/MergeScreen').then((m) => ({ default: m.MergeScreen })));
const SetsScreen = lazy(() => import('../sets/SetsScreen').then((m) => ({ default: m.SetsScreen })));
const SetScreen = lazy(() => import('../sets/SetScreen').then((m) => ({ default: m.SetScreen })));
const SetEditorScreen = lazy(() =>
  import('../sets/SetEditorScreen').then((m) => ({ default: m.SetEditorScreen })),
);
const RoundsScreen = lazy(() => import('../rounds/RoundsScreen').then((m) => ({ default: m.RoundsScreen })));
const RoundScreen = lazy(() => import('../rounds/RoundScreen').then((m) => ({ default: m.RoundScreen })));
const RoundEditorScreen = lazy(() =>
  import('../rounds/RoundEditorScreen').then((m) => ({ default: m.RoundEditorScreen })),
);
const NumbersScreen = lazy(() =>
  import('../numbers/NumbersScreen').then((m) => ({ default: m.NumbersScreen })),
);
const RectificationScreen = lazy(() =>
  import('../rectification/RectificationScreen').then((m) => ({ default: m.RectificationScreen })),
);
const ItemScreen = lazy(() => import('../rectification/ItemScreen').then((m) => ({ default: m.ItemScreen })));
const MediaScreen = lazy(() => import('../media/MediaScreen').then((m) => ({ default: m.MediaScreen })));
const PapersScreen = lazy(() => import('../papers/PapersScreen').then((m) => ({ default: m.PapersScreen })));
const CitizenScreen = lazy(() =>
  import('../citizen/CitizenScreen').then((m) => ({ default: m.CitizenScreen })),
);
const RegisterScreen = lazy(() =>
  import('../register/RegisterScreen').then((m) => ({ default: m.RegisterScreen })),
);
const SettingsScreen = lazy(() =>
  import('../settings/SettingsScreen').then((m) => ({ default: m.SettingsScreen })),
);

export const screens: Screen[] = [
  {
    name: '检查',
    path: '/sessions',
    icon: IconClipboardList,
    routes: [
      { path: '/sessions/:id/:view?', component: SessionScreen },
      { path: '/sessions', component: SessionsScreen },
    ],
  },
  {
    name: '轮次',
    path: '/rounds',
    icon: IconCalendarCheck,
    routes: [
      { path: '/rounds/new', component: RoundEditorScreen },
      { path: '/rounds/:id/edit', component: RoundEditorScreen },
      { path: '/rounds/:id/numbers', component: NumbersScreen },
      { path: '/rounds/:id/papers', component: PapersScreen },
      { path: '/rounds/:id/:view?', component: RoundScreen },
      { path: '/rounds', component: RoundsScreen },
    ],
  },
  {
    name: '新媒体',
    path: '/media',
    icon: IconDeviceMobile,
    routes: [
      { path: '/media/:view', component: MediaScreen },
      { path: '/media', component: MediaScreen },
    ],
  },
  {
    name: '统计',
    path: '/numbers',
    covers: /^\/rounds\/[^/]+\/numbers$/,
    icon: IconChartBar,
    routes: [{ path: '/numbers', component: NumbersScreen }],
  },
  {
    name: '整改',
    path: '/rectification',
    icon: IconChecklist,
    routes: [
      { path: '/rectification/:id', component: ItemScreen },
      { path: '/rectification', component: RectificationScreen },
    ],
  },
  {
    name: '通报与文书',
    path: '/papers',
    covers: /^\/rounds\/[^/]+\/papers$/,
    icon: IconFileText,
    routes: [{ path: '/papers', component: PapersScreen }],
  },
  {
    name: '找错留言',
    path: '/citizen',
    icon: IconMessageReport,
    routes: [{ path: '/citizen/:round?', component: CitizenScreen }],
  },
  {
    name: '台账',
    path: '/register',
    icon: IconAddressBook,
    routes: [{ path: '/register', component: RegisterScreen }],
  },
  {
    name: '合并',
    path: '/merge',
    icon: IconArrowsJoin,
    routes: [{ path: '/merge', component: MergeScreen }],
  },
  {
    name: '指标体系',
    path: '/sets',
    icon: IconListTree,
    routes: [
      { path: '/sets/:id/:version/copy', component: SetEditorScreen },
      { path: '/sets/:id/:version', component: SetScreen },
      { path: '/sets', component: SetsScreen },
    ],
  },
  {
    name: '设置',
    path: '/settings',
    icon: IconSettings,
    routes: [{ path: '/settings', component: SettingsScreen }],
  },
];
