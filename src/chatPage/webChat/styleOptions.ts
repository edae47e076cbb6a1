import type { StyleOptions } from 'botframework-webchat';

const ACCENT = '#0b5d4e';
const DARK_ACCENT = '#08493d';
const INK = '#1c2b27';
const SOFT_INK = '#4d5c57';
const EDGE = '#d5dfdb';
const PAPER = '#ffffff';
const MIST = '#eef4f1';

/**
 * Web Chat in the page's colours; what these options cannot say stands in `webChat.css`.
 *
 * Web Chat may call a message undelivered after `sendTimeout`, but the outbox is then still at it: so the time is the
 * longest that Web Chat allows.
 */
export const STYLE_OPTIONS: StyleOptions = {
  accent: ACCENT,
  backgroundColor: 'transparent',
  subtle: SOFT_INK,
  primaryFont: 'inherit',
  fontSizeSmall: '0.8125rem',
  paddingRegular: 10,
  paddingWide: 14,

  bubbleBackground: PAPER,
  bubbleBorderColor: EDGE,
  bubbleBorderRadius: 14,
  bubbleTextColor: INK,
  bubbleFromUserBackground: ACCENT,
  bubbleFromUserBorderColor: ACCENT,
  bubbleFromUserBorderRadius: 14,
  bubbleFromUserTextColor: PAPER,
  bubbleMinWidth: 0,
  bubbleMinHeight: 0,
  bubbleMaxWidth: 620,
  messageActivityWordBreak: 'break-word',
  showAvatarInGroup: true,

  // An answer is read from its beginning, however long it is.
  autoScrollSnapOnPage: true,
  autoScrollSnapOnPageOffset: -4,

  emojiSet: {},
  hideUploadButton: true,
  hideToaster: true,
  maxMessageLength: 20_000,

  sendTimeout: 290_000,
  groupTimestamp: 300_000,
  timestampColor: SOFT_INK,

  sendBoxBackground: PAPER,
  sendBoxTextColor: INK,
  sendBoxPlaceholderColor: SOFT_INK,
  sendBoxTextWrap: true,
  sendBoxHeight: 44,
  sendBoxMaxHeight: 132,
  sendBoxBorderTop: 'none',
  sendBoxButtonAlignment: 'bottom',
  sendBoxButtonColor: PAPER,
  sendBoxButtonShadeInset: 0,
  sendBoxButtonShadeBorderRadius: 22,
  sendBoxButtonShadeColor: ACCENT,
  sendBoxButtonShadeColorOnHover: DARK_ACCENT,
  sendBoxButtonShadeColorOnActive: DARK_ACCENT,
  sendBoxButtonKeyboardFocusIndicatorBorderRadius: 19,
  sendBoxButtonKeyboardFocusIndicatorBorderColor: PAPER,
  sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
  sendBoxButtonKeyboardFocusIndicatorInset: 3,

  suggestedActionLayout: 'flow',
  suggestedActionHeight: 44,
  suggestedActionImageHeight: 20,
  suggestedActionBorderWidth: 1,
  suggestedActionBorderRadius: 22,
  suggestedActionBorderColor: '#7fa79c',
  suggestedActionBackgroundColor: PAPER,
  suggestedActionTextColor: DARK_ACCENT,
  suggestedActionBackgroundColorOnHover: MIST,
  suggestedActionBackgroundColorOnActive: EDGE,
  suggestedActionKeyboardFocusIndicatorBorderRadius: 18,
  suggestedActionKeyboardFocusIndicatorBorderColor: ACCENT,
  suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
  suggestedActionKeyboardFocusIndicatorBorderWidth: 2,
  suggestedActionsVisualKeyboardIndicatorColor: 'transparent',

  transcriptOverlayButtonBackground: INK,
  transcriptOverlayButtonBackgroundOnFocus: INK,
  transcriptOverlayButtonBackgroundOnHover: ACCENT,
  transcriptActivityVisualKeyboardIndicatorColor: ACCENT,
  transcriptActivityVisualKeyboardIndicatorStyle: 'solid',
  transcriptVisualKeyboardIndicatorColor: ACCENT,
};
