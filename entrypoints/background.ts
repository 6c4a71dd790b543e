// Service worker: icon and hot key, the dock's return after navigation, messages to the desk. It remembers nothing.
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground(() => {});
