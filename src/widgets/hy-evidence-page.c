/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hy-count.h"
#include "hy-evidence-chart.h"
#include "hy-evidence-results.h"
#include "hy-interpreter-row.h"
#include "hy-number.h"

struct _HyEvidencePage
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *setup;
  GtkWidget *subject, *interpreter, *interpreters, *factory, *count;
  GtkWidget *plans, *limits, *sandbox, *temporary, *seconds, *gibibytes;
  GtkWidget *note, *measure, *cancel, *progress, *status;
  GtkWidget *outcome, *chart, *results;
  GtkWidget *hazards_box, *hazards_title, *hazards;

  HyMeasuring *measuring;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HyEvidencePage, hy_evidence_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MEASURING,
};

/* From the page to the state */

static void
subject_selected (HyEvidencePage *self)
{
  if (!self->updating)
    hy_measuring_set_subject (self->measuring, adw_combo_row_get_selected (ADW_COMBO_ROW (self->subject)));
}

static void
interpreter_selected (HyEvidencePage *self)
{
  if (!self->updating)
    hy_measuring_set_interpreter (self->measuring, adw_combo_row_get_selected (ADW_COMBO_ROW (self->interpreter)));
}

static void
factory_changed (HyEvidencePage *self)
{
  if (!self->updating)
    hy_measuring_set_factory (self->measuring, gtk_editable_get_text (GTK_EDITABLE (self->factory)));
}

/* 0 when what is written there can't be measured. */
static guint64
read_count (HyEvidencePage *self)
{
  HyNumberStyle style = hy_number_style_current ();
  guint64 count;

  if (!hy_count_parse (gtk_editable_get_text (GTK_EDITABLE (self->count)), &style, &count, NULL))
    return 0;
  return count <= HY_MEASURING_MAX_COUNT ? count : 0;
}

static gboolean
can_start (HyEvidencePage *self)
{
  return !hy_measuring_is_running (self->measuring) && hy_measuring_get_subject (self->measuring) != NULL &&
         hy_measuring_get_interpreter (self->measuring) != NULL && read_count (self) > 0 &&
         *hy_measuring_get_factory (self->measuring) != '\0';
}

static void
count_changed (HyEvidencePage *self)
{
  HyMeasuringOptions *options = hy_measuring_get_options (self->measuring);
  guint64 count = read_count (self);

  if (self->updating)
    return;
  if (count > 0)
    {
      options->count = count;
      gtk_widget_remove_css_class (self->count, "error");
    }
  else
    gtk_widget_add_css_class (self->count, "error");
  gtk_widget_set_sensitive (self->measure, can_start (self));
}

static void
options_changed (HyEvidencePage *self)
{
  HyMeasuringOptions *options;

  if (self->measuring == NULL)
    return;
  options = hy_measuring_get_options (self->measuring);
  options->plans = gtk_switch_get_active (GTK_SWITCH (self->plans));
  options->temporary_folder = gtk_switch_get_active (GTK_SWITCH (self->temporary));
  options->time_limit_ms = (guint) (gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->seconds)) * 1000);
  options->memory_limit = (guint64) gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->gibibytes)) << 30;
}

static void
sandbox_changed (HyEvidencePage *self)
{
  if (self->measuring != NULL && !self->updating)
    hy_measuring_set_sandbox (self->measuring, gtk_switch_get_active (GTK_SWITCH (self->sandbox)));
}

static void
start (HyEvidencePage *self)
{
  if (can_start (self))
    hy_measuring_start (self->measuring);
}

static void
cancel (HyEvidencePage *self)
{
  hy_measuring_cancel (self->measuring);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
}

/* From the state to the page */

static GtkStringList *
subject_names (HyMeasuring *measuring)
{
  GPtrArray *subjects = hy_measuring_get_subjects (measuring);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < subjects->len; i++)
    gtk_string_list_append (names, ((HyClassDef *) subjects->pdata[i])->qualname);
  return names;
}

static GtkStringList *
interpreter_names (HyMeasuring *measuring)
{
  GPtrArray *interpreters = hy_measuring_get_interpreters (measuring);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < interpreters->len; i++)
    {
      g_autofree char *text = hy_interpreter_describe (interpreters->pdata[i]);

      gtk_string_list_append (names, text);
    }
  return names;
}

static guint
index_of (GPtrArray *array, gpointer item)
{
  guint index = 0;

  return g_ptr_array_find (array, item, &index) ? index : 0;
}

static void
show_note (HyEvidencePage *self)
{
  const char *file = hy_measuring_get_file (self->measuring);
  g_autofree char *text = NULL;

  if (hy_measuring_get_interpreters (self->measuring)->len == 0)
    text = g_strdup (hy_measuring_is_finding (self->measuring)
                         ? _ ("Looking for Python interpreters…")
                         : _ ("No usable CPython was found. Install python3, or name one in HEAPYARD_PYTHONS."));
  else if (file != NULL)
    text =
        g_strdup_printf (_ ("Measuring runs the code of %s, as if it were imported. Opening a file never does."), file);
  gtk_label_set_text (GTK_LABEL (self->note), text != NULL ? text : "");
}

static void
show_hazards (HyEvidencePage *self)
{
  HyExamination *examination = hy_measuring_get_examination (self->measuring);
  GPtrArray *hazards = examination != NULL && !examination->slotted ? examination->hazards : NULL;

  gtk_widget_set_visible (self->hazards_box, hazards != NULL && hazards->len > 0);
  if (hazards == NULL || hazards->len == 0)
    return;
  {
    g_autofree char *title =
        g_strdup_printf (ngettext ("%u thing to look at before giving it __slots__",
                                   "%u things to look at before giving it __slots__", hazards->len),
                         hazards->len);

    gtk_label_set_text (GTK_LABEL (self->hazards_title), title);
  }
  hy_evidence_results_fill_hazards (self->hazards, hazards, hy_measuring_get_file (self->measuring));
}

/* Which sandbox is in force, said where the switch is out of sight. */
static void
show_sandbox (HyEvidencePage *self)
{
  const char *here = hy_measuring_get_sandbox_here (self->measuring);
  const char *project = hy_measuring_get_project (self->measuring);
  gboolean wanted = hy_measuring_get_options (self->measuring)->sandbox;
  g_autofree char *text = NULL;

  gtk_switch_set_active (GTK_SWITCH (self->sandbox), wanted);
  if (wanted)
    text = here != NULL ? g_strdup_printf (_ ("Sandbox in force: %s"), _ (here)) : g_strdup ("");
  else if (*project != '\0')
    text = g_strdup_printf (_ ("Sandbox turned off for %s: its code has network and may write"), project);
  else
    text = g_strdup (_ ("Sandbox turned off: the code has network and may write"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->limits), text);
}

static void
show_setup (HyEvidencePage *self)
{
  g_autoptr (GtkStringList) subjects = subject_names (self->measuring);
  g_autoptr (GtkStringList) interpreters = interpreter_names (self->measuring);
  const char *factory = hy_measuring_get_factory (self->measuring);

  self->updating = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self->subject), G_LIST_MODEL (subjects));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->subject), index_of (hy_measuring_get_subjects (self->measuring),
                                                                       hy_measuring_get_subject (self->measuring)));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->interpreter), G_LIST_MODEL (interpreters));
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (self->interpreter),
      index_of (hy_measuring_get_interpreters (self->measuring), hy_measuring_get_interpreter (self->measuring)));
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->factory)), factory))
    gtk_editable_set_text (GTK_EDITABLE (self->factory), factory);
  show_sandbox (self);
  self->updating = FALSE;
  show_note (self);
  show_hazards (self);
  gtk_widget_set_sensitive (self->measure, can_start (self));
}

static void
show_progress (HyEvidencePage *self)
{
  gboolean running = hy_measuring_is_running (self->measuring);
  const char *text;
  double done = hy_measuring_get_progress (self->measuring, &text);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), done);
  gtk_widget_set_visible (self->progress, running);
  gtk_label_set_text (GTK_LABEL (self->status), text);
  gtk_widget_set_visible (self->cancel, running);
  gtk_widget_set_visible (self->measure, !running);
  gtk_widget_set_sensitive (self->setup, !running);
  gtk_widget_set_sensitive (self->measure, can_start (self));
}

/* Once the results have their place: their top at the top. */
static gboolean
scroll_to_outcome (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HyEvidencePage *self = HY_EVIDENCE_PAGE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t bounds;

  if (gtk_widget_get_height (self->outcome) == 0)
    return gtk_widget_get_visible (self->outcome) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
  if (gtk_widget_compute_bounds (self->outcome, self->scrolled, &bounds))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y);
  return G_SOURCE_REMOVE;
}

static void
show_evidence (HyEvidencePage *self)
{
  HyEvidence *evidence = hy_measuring_get_evidence (self->measuring);
  const char *error = hy_measuring_get_error (self->measuring);

  if (error != NULL)
    gtk_label_set_text (GTK_LABEL (self->status), error);
  gtk_widget_set_visible (self->outcome, evidence != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-evidence", evidence != NULL);
  if (evidence == NULL)
    return;
  hy_evidence_chart_set (HY_EVIDENCE_CHART (self->chart), evidence, hy_measuring_get_report (self->measuring));
  hy_evidence_results_fill (self->results, evidence, hy_measuring_get_examination (self->measuring));
  if (error == NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_outcome, NULL, NULL);
}

/* Interpreters are looked for when the page is first seen. */
static void
hy_evidence_page_map (GtkWidget *widget)
{
  HyEvidencePage *self = HY_EVIDENCE_PAGE (widget);

  GTK_WIDGET_CLASS (hy_evidence_page_parent_class)->map (widget);
  if (hy_measuring_get_interpreters (self->measuring)->len == 0)
    hy_measuring_find (self->measuring);
  show_setup (self);
}

static void
hy_evidence_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HyEvidencePage *self = HY_EVIDENCE_PAGE (object);
  g_autofree char *count = NULL;

  self->measuring = g_value_dup_object (value);
  g_signal_connect_object (self->measuring, "setup", G_CALLBACK (show_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measuring, "progress", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measuring, "evidence", G_CALLBACK (show_evidence), self, G_CONNECT_SWAPPED);
  hy_interpreter_row_set_measuring (HY_INTERPRETER_ROW (self->interpreters), self->measuring);
  count = hy_format_count (hy_measuring_get_options (self->measuring)->count);
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->count), count);
  self->updating = FALSE;
}

static void
hy_evidence_page_dispose (GObject *object)
{
  HyEvidencePage *self = HY_EVIDENCE_PAGE (object);

  if (self->measuring != NULL)
    hy_measuring_cancel (self->measuring);
  g_clear_object (&self->measuring);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (hy_evidence_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, setup);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, subject);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, interpreter);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, interpreters);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, factory);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, count);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, plans);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, limits);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, sandbox);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, temporary);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, seconds);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, gibibytes);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, note);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, measure);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, cancel);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, progress);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, status);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, outcome);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, chart);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, results);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, hazards_box);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, hazards_title);
  gtk_widget_class_bind_template_child (widget_class, HyEvidencePage, hazards);
}

static void
hy_evidence_page_class_init (HyEvidencePageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = hy_evidence_page_set_property;
  object_class->dispose = hy_evidence_page_dispose;
  widget_class->map = hy_evidence_page_map;
  g_object_class_install_property (
      object_class, PROP_MEASURING,
      g_param_spec_object ("measuring", NULL, NULL, HY_TYPE_MEASURING,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-evidence-page.ui");
  gtk_widget_class_install_action (widget_class, "evidence.copy", "s", copy);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, subject_selected);
  gtk_widget_class_bind_template_callback (widget_class, interpreter_selected);
  gtk_widget_class_bind_template_callback (widget_class, factory_changed);
  gtk_widget_class_bind_template_callback (widget_class, count_changed);
  gtk_widget_class_bind_template_callback (widget_class, options_changed);
  gtk_widget_class_bind_template_callback (widget_class, sandbox_changed);
  gtk_widget_class_bind_template_callback (widget_class, start);
  gtk_widget_class_bind_template_callback (widget_class, cancel);
}

static void
hy_evidence_page_init (HyEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
