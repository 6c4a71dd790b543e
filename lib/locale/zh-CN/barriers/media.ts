// Words of the rules about pictures, sound, film and frames.
export const mediaWords = {
  'alt-and-title': {
    title: '图片的替代文本与 title 不同',
    advice: '请使二者一致，或删除 title。',
  },
  'alt-decorative': {
    title: '装饰图片填写了替代文本',
    advice: '装饰图片请将替代文本留空（alt=""）。',
  },
  'alt-empty-large': {
    title: '较大的图片替代文本为空',
    advice: '图片传达信息的，请填写替代文本。',
  },
  'alt-empty-with-title': {
    title: '替代文本为空，但填写了 title',
    advice: '请把说明写入 alt；确属装饰的，删除 title。',
  },
  'alt-file-name': {
    title: '替代文本是文件名',
    advice: '请填写说明图片内容的文字。',
  },
  'alt-like-file-name': {
    title: '替代文本像是文件名',
    advice: '请填写说明图片内容的文字。',
  },
  'alt-long': {
    title: '替代文本过长',
    advice: '请写成一句话，详细说明放在正文。',
  },
  'alt-placeholder': {
    title: '替代文本是占位文字',
    advice: '请填写说明图片内容的文字；装饰图片留空（alt=""）。',
  },
  'alt-prefix': {
    title: '替代文本以“图片”等字样开头',
    advice: '请直接说明内容，读屏软件会自行读出“图片”。',
  },
  'alt-presentational': {
    title: '标为装饰的图片填写了替代文本',
    advice: '请二者取一：留空替代文本，或去掉 role="presentation"。',
  },
  'alt-repeats-text': {
    title: '替代文本与旁边的文字重复',
    advice: '请将替代文本留空（alt=""）。',
  },
  'alt-unrelated': {
    title: '替代文本与图片可能不符',
    advice: '请核对替代文本是否说明了图片内容。',
  },
  'audio-no-transcript': {
    title: '音频未见文字稿',
    advice: '请提供文字稿。',
  },
  'frame-player': {
    title: '内嵌播放器',
    advice: '请确认有字幕，没有频繁闪烁的内容，并可用键盘操作。',
  },
  'frame-title-placeholder': {
    title: '框架的标题是占位文字',
    advice: '请写明框架的内容。',
  },
  'frame-title-unrelated': {
    title: '框架的标题与内容可能不符',
    advice: '请核对框架的标题是否说明了内容。',
  },
  'image-animated': {
    title: '可能是动态图片',
    advice: '请确认动画在 5 秒内停止，或可以暂停。',
  },
  'image-background': {
    title: '背景图片可能传达信息',
    advice: '请用文字写明，或改用带替代文本的图片。',
  },
  'image-of-text': {
    title: '图片中可能有文字',
    advice: '请以文字提供图片中的全部内容。',
  },
  'image-spacer': {
    title: '用透明图片占位',
    advice: '请改用样式表设置间距。',
  },
  'media-autoplay': {
    title: '音视频自动播放',
    advice: '请改为由用户开始播放。',
  },
  'media-no-controls': {
    title: '音视频没有播放控件',
    advice: '请加 controls。',
  },
  'object-flash': {
    title: '使用 Flash',
    advice: '请改用 HTML5 音视频或普通页面。',
  },
  'object-no-text': {
    title: '嵌入对象没有替代内容',
    advice: '请在 object 元素内填写替代文字。',
  },
  'video-no-captions': {
    title: '视频未见字幕',
    advice: '请提供字幕。',
  },
} as const;
