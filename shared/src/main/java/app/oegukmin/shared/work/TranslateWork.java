package app.oegukmin.shared.work;

/** A message of the translate queue. */
public sealed interface TranslateWork extends Work permits TranslateMenu, TranslateNotice {}
